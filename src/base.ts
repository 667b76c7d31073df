// The way into what every widget shares: the loader asks for it beside the first widget, not after it, and
// vite.config.ts gathers what is shared into the same file.
export {};
