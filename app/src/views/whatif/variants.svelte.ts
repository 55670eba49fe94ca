import type { FileListed, Refusal } from '../../../types/protocol';
import { ChangedOnDisk, Refused, Unreachable } from '../../protocol/client';
import { opening, openFile, saveFile } from '../../protocol/routes';
import { removeFile } from './routes';

const FOLDER = 'variants/';

/** The name of a variant as people say it. */
export const called = (file: string) => (file.startsWith(FOLDER) ? file.slice(FOLDER.length).replace(/\.toml$/, '') : file);

/** The file of a variant. */
export const fileOf = (name: string) => `${FOLDER}${name.trim()}.toml`;

/** A file with its text as it is on disk. */
export interface OnDisk {
  text: string;
  stamp: string;
}

/** The variants in the folder of the case. */
class Variants {
  files = $state.raw<readonly FileListed[]>([]);
  readonly variants = $derived(this.files.filter((file) => file.kind === 'variant').map((file) => file.name));

  async list(): Promise<void> {
    try {
      this.files = (await opening()).files;
    } catch (error) {
      // The frame says that nobody answers; what was listed stays.
      if (!(error instanceof Unreachable)) throw error;
    }
  }

  async read(file: string): Promise<OnDisk | null> {
    const { text, stamp } = await openFile(file);
    return text !== null && stamp !== null ? { text, stamp } : null;
  }

  /** Keeps a text under a name that is not taken. Why it cannot be, or null. */
  keep(name: string, text: string): Promise<Refusal | 'taken' | 'unreachable' | null> {
    return attempt(async () => {
      await saveFile(fileOf(name), text, null);
      await this.list();
    });
  }

  /** Gives a variant another name: it is written under that one before it is taken away under this one. */
  rename(file: string, name: string): Promise<Refusal | 'taken' | 'unreachable' | null> {
    return attempt(async () => {
      const there = await this.read(file);
      if (!there) return;
      await saveFile(fileOf(name), there.text, null);
      await removeFile(file, there.stamp);
      await this.list();
    });
  }

  remove(file: string, stamp: string): Promise<Refusal | 'taken' | 'unreachable' | null> {
    return attempt(async () => {
      await removeFile(file, stamp);
      await this.list();
    });
  }
}

async function attempt(work: () => Promise<void>): Promise<Refusal | 'taken' | 'unreachable' | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ChangedOnDisk) return 'taken';
    if (error instanceof Refused) return error.refusal;
    if (error instanceof Unreachable) return 'unreachable';
    throw error;
  }
}

export const variants = new Variants();
