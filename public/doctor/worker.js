// The worker of the page that checks feeds. It unpacks and examines one feed after another, and posts the report.

const BOARD = new URL("..", import.meta.url);
const BYTES_AT_MOST = 200 * 2 ** 20;
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** Why a feed can't be read, from the table in crates/model/src/words/files.rs. */
const WORDS = "@words@";

/** A feed that can't be read, with the reason and a remedy. */
class Unreadable extends Error {}

const program = load();
// `examined` awaits the program and reports a failure.
program.catch(() => {});

addEventListener("message", async ({ data }) => {
  try {
    postMessage(await examined(data));
  } catch {
    postMessage({ broken: true });
  }
});

async function load() {
  const module = await import(new URL("@program@", BOARD));
  await module.default({ module_or_path: new URL("@wasm@", BOARD) });
  return module.Doctor;
}

async function examined({ feeds, company }) {
  const Doctor = await program;
  const doctor = new Doctor(Math.floor(Date.now() / 86_400_000), company || undefined);
  for (const [at, feed] of feeds.entries()) {
    postMessage({ reading: feed.name, at, count: feeds.length });
    const problem = await arrived(doctor, feed);
    if (problem) doctor.give_up(feed.name, problem);
    else doctor.examine(feed.name);
  }
  return JSON.parse(doctor.report());
}

/** Passes a feed to the doctor; returns why it can't be read, if it can't. */
async function arrived(doctor, feed) {
  try {
    if (feed.size > BYTES_AT_MOST) throw new Unreadable(WORDS.too_large);
    const start = new Uint8Array(await feed.slice(0, ZSTD.length).arrayBuffer());
    const begins = (magic) => magic.every((byte, at) => start[at] == byte);
    if (begins(ZSTD)) throw new Unreadable(WORDS.zstd);
    await pour(begins(GZIP) ? unpacked(feed) : feed.stream(), doctor);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    if (error instanceof DOMException) return WORDS.gone;
    if (error instanceof TypeError) return WORDS.torn;
    throw error;
  }
}

function unpacked(feed) {
  return feed.stream().pipeThrough(new DecompressionStream("gzip"));
}

async function pour(stream, doctor) {
  const reader = stream.getReader();
  for (let size = 0; ; ) {
    const { value, done } = await reader.read();
    if (done) return;
    size += value.length;
    if (size > BYTES_AT_MOST) {
      await reader.cancel();
      throw new Unreadable(WORDS.too_large);
    }
    doctor.take(value);
  }
}
