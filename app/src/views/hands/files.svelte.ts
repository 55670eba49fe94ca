import type { FileListed } from '../../../types/protocol';
import { ChangedOnDisk, Unreachable } from '../../protocol/client';
import { openFile, opening, saveFile } from '../../protocol/routes';
import { doc } from '../../state/document.svelte';
import { spoken } from '../../state/language.svelte';
import { notices } from '../../state/notice.svelte';
import { attempted } from '../whatif/told';

/** As the server takes them. */
const LARGEST = 8_000_000;

/** A file with what stands in it: of the folder, or from elsewhere. */
export interface Taken {
  name: string;
  text: string;
}

/** The files of the folder. */
class Files {
  list = $state.raw<readonly FileListed[]>([]);

  async look(): Promise<void> {
    try {
      this.list = (await opening()).files;
    } catch (error) {
      // The frame says that nobody answers; what was listed stays.
      if (!(error instanceof Unreachable)) throw error;
    }
  }
}

export const files = new Files();

/** A file of the folder; the open one as it stands here. The person is told if it cannot be had. */
export async function ofFolder(name: string): Promise<Taken | null> {
  if (name === doc.file) return { name, text: doc.text };
  const opened = await attempted(() => openFile(name));
  if (!opened) return null;
  if (opened.text === null) {
    notices.problem(spoken.words.hands.notThere(name));
    return null;
  }
  return { name, text: opened.text };
}

/** A file from elsewhere; why it is not taken, in a sentence. */
export async function fromElsewhere(file: File): Promise<Taken | string> {
  if (file.size > LARGEST) return spoken.words.hands.tooLarge(file.name);
  return { name: file.name, text: await file.text() };
}

/** Whether files are dragged. */
export const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A name that somebody typed, with the ending of a case file. */
export const caseFile = (name: string) => (name.trim().endsWith('.toml') ? name.trim() : `${name.trim()}.toml`);

/** Writes a new file, and none that is there. Whether it was written; the person is told either way. */
export async function written(name: string, text: string): Promise<boolean> {
  const file = caseFile(name);
  const w = spoken.words.hands;
  const saved = await attempted(async () => {
    try {
      return await saveFile(file, text, null);
    } catch (error) {
      if (!(error instanceof ChangedOnDisk)) throw error;
      notices.problem(w.taken);
      return null;
    }
  });
  if (!saved) return false;
  await files.look();
  notices.tell(w.saved(file), { label: w.openIt, run: () => void attempted(() => doc.open(file)) });
  return true;
}
