// The doctor at work, beside the page: feeds are unpacked and examined one after the other, the report goes back.

const BOARD = new URL("..", import.meta.url);
const BYTES_AT_MOST = 200 * 2 ** 20;
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const TOO_LARGE = "it is larger than 200 MB, which is too much for a page: examine it with the command line tool, `openroles doctor`";
const PACKED = "it is packed with zstd, which browsers cannot unpack: unpack it first, or examine it with the command line tool, `openroles doctor`";
const TORN = "its gzip does not unpack: check that the download finished";
const GONE = "it cannot be read: choose files, not folders, and choose a file anew that has changed";

/** A feed that cannot be read, for a reason that has a remedy. */
class Unreadable extends Error {}

const program = load();
// Whoever asks for it is told of a failure.
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

/** Hands a feed over; what keeps it from being read, if anything does. */
async function arrived(doctor, feed) {
  try {
    if (feed.size > BYTES_AT_MOST) throw new Unreadable(TOO_LARGE);
    const start = new Uint8Array(await feed.slice(0, ZSTD.length).arrayBuffer());
    const begins = (magic) => magic.every((byte, at) => start[at] == byte);
    if (begins(ZSTD)) throw new Unreadable(PACKED);
    await pour(begins(GZIP) ? unpacked(feed) : feed.stream(), doctor);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    if (error instanceof DOMException) return GONE;
    if (error instanceof TypeError) return TORN;
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
      throw new Unreadable(TOO_LARGE);
    }
    doctor.take(value);
  }
}
