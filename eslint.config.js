import js from "@eslint/js";
import nounsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

export default [
  {
    ignores: [
      "dist/", "node_modules/", ".venv/", ".venv-mutants/", ".venv-peers/", ".mutation/", "mutants/",
      "server/static/demo/", "server/static/playground/vendor/", "tests/", "tools/",
    ],
  },
  js.configs.recommended,
  nounsanitized.configs.recommended,
  {
    rules: {
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "no-alert": "error",
      "no-console": ["error", { allow: ["debug", "warn", "error"] }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["extension/**/*.js"],
    ignores: ["extension/content/**"],
    languageOptions: { sourceType: "module", globals: { ...globals.browser, ...globals.webextensions } },
  },
  {
    files: ["server/static/**/*.js"],
    languageOptions: { sourceType: "module", globals: globals.browser },
  },
  {
    // The engine is a translation of server/engine: no browser in it at all.
    files: ["extension/engine/**/*.js"],
    languageOptions: { sourceType: "module", globals: globals.builtin },
    rules: { "no-restricted-imports": ["error", { patterns: ["../*"] }] },
  },
  {
    // Pages and content scripts speak to the background by messages only, and only the background fetches.
    files: [
      "extension/popup/**/*.js", "extension/options/**/*.js", "extension/guide/**/*.js", "extension/welcome/**/*.js",
      "extension/prompt/**/*.js", "extension/report/**/*.js",
    ],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["**/background/**", "**/engine/**", "**/content/**"] }],
      "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
    },
  },
  {
    // Content scripts are classic scripts that share one scope per page.
    files: ["extension/content/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { ...globals.browser, ...globals.webextensions, JagaJempol: "readonly" },
    },
    rules: { "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "EventSource"] },
  },
];
