/** One event of a stream. */
export interface Sent {
  event: string;
  data: unknown;
}

/**
 * Reads `event: NAME`, `data: JSON`, blank line, as the server writes them (WHATWG server-sent events). What came at once is given at once, so
 * that a page need not be put in order for each.
 */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly Sent[]> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let event = 'message';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop()!;
      const told: Sent[] = [];
      for (const ended of lines) {
        const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
        if (line === '') {
          if (data.length > 0) told.push({ event, data: JSON.parse(data.join('\n')) as unknown });
          event = 'message';
          data = [];
        } else if (line.startsWith('event:')) {
          event = line.slice(6).trim();
        } else if (line.startsWith('data:')) {
          data.push(line.slice(line[5] === ' ' ? 6 : 5));
        }
      }
      if (told.length > 0) yield told;
    }
  } finally {
    // Whoever stops listening also stops the server's work.
    await reader.cancel().catch(() => undefined);
  }
}
