import { formReader, type MakeReader } from './reader.ts';

/** `public`: anyone with the link may come. */
export const accessReader: MakeReader = (language) =>
  formReader(language, [{ form: language.publicWords }], 'access', () => ({
    says: { access: 'public' },
    only: 'not-before-word',
  }));
