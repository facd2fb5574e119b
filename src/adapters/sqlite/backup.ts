import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DocumentStore, StoreUnusable } from '../../ports/documents.ts';
import { openSqliteFile, storeFile } from './documents.ts';
import { asFolderError } from './failures.ts';
import { makePrivateFile } from './private-files.ts';
import { openDatabase } from './shim.ts';

/** A backup is refused: there is nothing to copy, or something in its place. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/**
 * Copies the store in a folder to one file for its owner alone, as it is at one instant, also while a process serves
 * from it. The file appears under its name only when it is whole, checked and on the disk.
 *
 * @param finish what is still to be written into the copy
 * @throws BackupRefused, StoreUnavailable, StoreUnusable
 */
export async function backUp(
  directory: string,
  target: string,
  finish: (copy: DocumentStore) => Promise<void>,
): Promise<void> {
  const source = storeFile(directory);
  if (!existsSync(source)) throw new BackupRefused(`There is no store in ${directory}.`);
  if (existsSync(target)) throw new BackupRefused(alreadyThere(target));
  const partial = `${target}.${process.pid}.partial`;
  try {
    makePrivateFile(partial);
    await copyTo(source, partial);
    const copy = await openSqliteFile(partial);
    try {
      await finish(copy);
    } finally {
      await copy.close();
    }
    await check(source, partial);
    flush(partial);
    linkSync(partial, target);
    flush(dirname(target));
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isTaken ? new BackupRefused(alreadyThere(target), { cause: error }) : asFolderError(error, target);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${suffix}`, { force: true });
  }
}

async function copyTo(source: string, partial: string): Promise<void> {
  const database = await openDatabase(source);
  try {
    database.run('VACUUM INTO ?', [partial]);
  } finally {
    database.close();
  }
}

/** Brings what was written ahead into the file itself, and reads all of it once. */
async function check(source: string, partial: string): Promise<void> {
  const copy = await openDatabase(partial);
  try {
    const isWhole = copy.all('PRAGMA wal_checkpoint(TRUNCATE)')[0]?.['busy'] === 0;
    const isSound = copy.all('PRAGMA integrity_check')[0]?.['integrity_check'] === 'ok';
    if (!isWhole || !isSound) {
      throw new StoreUnusable(`${source} is damaged, so that it cannot be backed up: go back to an older backup.`);
    }
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function alreadyThere(target: string): string {
  return `${target} is there already, and a backup never overwrites anything: choose another name.`;
}
