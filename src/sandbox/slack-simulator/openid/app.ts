/** The app at Slack that people sign in with. These values open nothing outside the simulator. */
export interface SignInApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const SANDBOX_SIGN_IN: SignInApp = { clientId: '1000.2000', clientSecret: 'sandbox-0f3a9c4471be4d0c8a2e' };
