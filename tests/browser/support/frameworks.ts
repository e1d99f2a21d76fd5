// Small apps made with frameworks, each bundled into one module. Each shows the widget on one of two routes.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const REACT = `
  import { createElement as h, useState, StrictMode } from "react";
  import { createRoot } from "react-dom/client";
  function App() {
    const [route, go] = useState("jobs");
    const [count, refine] = useState(0);
    return h("div", null,
      h("button", { onClick: () => go(route == "jobs" ? "about" : "jobs") }, "Go"),
      h("output", null, count),
      route == "about"
        ? h("p", null, "About us")
        : h("open-roles", { company: "acme", limit: 3, "onopen-roles:refine": () => refine((n) => n + 1) }, h("a", { href: "#" }, "Jobs at Acme")));
  }
  createRoot(document.querySelector("#app")).render(h(StrictMode, null, h(App)));`;

const VUE = `
  import { createApp, h, ref } from "vue";
  createApp({
    setup() {
      const route = ref("jobs");
      const count = ref(0);
      return () => [
        h("button", { onClick: () => (route.value = route.value == "jobs" ? "about" : "jobs") }, "Go"),
        h("output", null, count.value),
        route.value == "about"
          ? h("p", null, "About us")
          : h("open-roles", { company: "acme", limit: 3, "onOpen-roles:refine": () => count.value++ }, [h("a", { href: "#" }, "Jobs at Acme")]),
      ];
    },
  }).mount("#app");`;

/** Source of each app, by framework. */
export const FRAMEWORKS: Record<string, string> = { React: REACT, Vue: VUE };

/** Bundles an app into one module. */
export async function bundled(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
  });
  return result.outputFiles[0]?.text ?? "";
}
