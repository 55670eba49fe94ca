import type { ChangedOutside, Refusal } from '../../types/protocol';
import { events, type Sent } from './stream';

// How the workbench asks its server. Each question is one POST with the token of this server in a header; the token came
// in the address's fragment, which a browser sends to nobody, and is kept for this tab alone.

const KEPT = 'detente-token';

let token: string | null = null;

/** Takes the token out of the address, or from where this tab kept it. False if there is none. */
export function takeToken(): boolean {
  const given = /^#token=([\w.~+-]+)(?:&(.*))?$/.exec(location.hash);
  if (given) {
    token = given[1]!;
    sessionStorage.setItem(KEPT, token);
    history.replaceState(null, '', location.pathname + (given[2] ? `#${given[2]}` : ''));
  } else {
    token = sessionStorage.getItem(KEPT);
  }
  return token !== null;
}

/** The server said no, and why. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message);
  }
}

/** What is on disk is not what this text was made from: nothing was written. */
export class ChangedOnDisk extends Error {
  override name = 'ChangedOnDisk';
  constructor(readonly changed: ChangedOutside) {
    super(changed.message);
  }
}

/** Nobody answers: `detente serve` has ended, or was started anew elsewhere. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** Whether an error only says that a question was withdrawn. */
export function withdrawn(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Puts a question and waits for the answer. */
export async function ask<Answer>(route: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const response = await send(route, body, signal);
  return (await response.json()) as Answer;
}

/** Puts a question that is answered bit by bit. Ends when the server ends it, or when `signal` aborts. */
export async function* listen(route: string, body: unknown, signal: AbortSignal): AsyncGenerator<Sent> {
  for await (const told of listenByTurns(route, body, signal)) yield* told;
}

/** The same, with what comes at once together. */
export async function* listenByTurns(route: string, body: unknown, signal: AbortSignal): AsyncGenerator<readonly Sent[]> {
  const response = await send(route, body, signal);
  if (!response.body) return;
  try {
    yield* events(response.body);
  } catch (error) {
    if (withdrawn(error)) throw error;
    throw new Unreachable(String(error));
  }
}

async function send(route: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const asked: RequestInit = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token ?? ''}` },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: signal ?? null,
  };
  if (body !== undefined) {
    asked.headers = { ...asked.headers, 'Content-Type': 'application/json' };
    asked.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(route, asked);
  } catch (error) {
    if (withdrawn(error)) throw error;
    throw new Unreachable(String(error));
  }
  if (response.ok) return response;
  const said = await told(response);
  if (response.status === 409 && 'stamp' in said) throw new ChangedOnDisk(said);
  throw new Refused(response.status, said as Refusal);
}

/** What a refusal says; from a server that says nothing readable, that much. */
async function told(response: Response): Promise<Refusal | ChangedOutside> {
  const text = await response.text();
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === 'object' && said !== null && 'message' in said) {
      return { code: '', hint: null, faults: [], ...said } as Refusal | ChangedOutside;
    }
  } catch {
    // Not JSON: told as it stands.
  }
  const message = text.slice(0, 300) || `${response.status} ${response.statusText}`;
  return { code: 'unreadable', message, hint: null, faults: [] };
}
