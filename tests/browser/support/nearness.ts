// How a test knows that nothing more is fetched, without waiting for some time to pass.

/** Asked for last, of what a board has. */
export const LAST = "embed/open-roles.js?last";

/** Runs in the page, and ends when the widget has been told whether it is near the viewport, and has asked for what it
 * wants.
 *
 * A browser tells all observers of a page where their elements are in one go, in the order they were made, and every
 * observer of a new element at least once. So an observer made here is told after the widget's, whose requests are on
 * their way by then; a request made after those and answered comes after them in the list of requests. */
export async function nearnessIsTold(): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(document.querySelector("open-roles") ?? document.body);
  });
  const script = document.querySelector<HTMLScriptElement>("script[src*='embed/open-roles.js']");
  await fetch(`${script?.src}?last`, { mode: "no-cors" });
}
