import { defineConfig } from "vitepress";
import { listDecisions } from "./decisions.mts";
import { labelTables } from "./labelled-tables.mts";
import { linkToRepository, repository } from "./repository-links.mts";
import { referenceSidebar } from "./reference-sidebar.mts";
import { listVendorPages } from "./vendor-pages.mts";

const decisions = listDecisions();
const vendors = listVendorPages();

// oxlint-disable-next-line import/no-default-export -- VitePress reads its configuration there
export default defineConfig({
  title: "OpenBalance",
  description: "Reads how much is left at prepaid vendors, exactly and honestly.",
  lang: "en",
  cleanUrls: false,
  // Pages that other pages name but that do not exist end the build.
  ignoreDeadLinks: false,
  markdown: {
    // The usual themes write comments too faint to read.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      linkToRepository(md, import.meta.dirname);
      labelTables(md);
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Start", link: "/" },
      { text: "Vendors", link: "/vendors/", activeMatch: "^/vendors/" },
      { text: "Reference", link: "/reference/", activeMatch: "^/reference/" },
      { text: "Repository", link: repository },
    ],
    sidebar: {
      "/reference/": referenceSidebar(),
      "/decisions/": [{ text: "Decisions", items: decisions }],
      "/": [
        {
          text: "Use it",
          items: [
            { text: "Start", link: "/" },
            { text: "Read many accounts", link: "/reading" },
            { text: "Rate limits", link: "/rate-limits" },
            { text: "The balance model", link: "/balance-model" },
            { text: "Verdicts", link: "/verdicts" },
            { text: "What each vendor can say", link: "/capabilities" },
            { text: "When it fails", link: "/failures" },
            { text: "Command line", link: "/command-line" },
            { text: "Watch, serve, history", link: "/monitoring" },
            { text: "Configuration", link: "/configuration" },
            { text: "Security", link: "/security" },
            { text: "API reference", link: "/reference/" },
          ],
        },
        {
          text: "Vendors",
          items: [
            { text: "All vendors", link: "/vendors/" },
            ...vendors,
            { text: "A vendor of your own", link: "/own-vendors" },
            { text: "Add a vendor here", link: "/adding-a-vendor" },
          ],
        },
        {
          text: "How it compares",
          items: [
            { text: "Coming from openapi-fetch", link: "/coming-from-openapi-fetch" },
            { text: "Performance", link: "/performance" },
            { text: "Faults", link: "/faults" },
            { text: "Beside official clients", link: "/official-clients" },
          ],
        },
        {
          text: "The project",
          items: [
            { text: "Runtimes", link: "/runtimes" },
            { text: "Releasing", link: "/releasing" },
            ...decisions.slice(0, 1).map(({ link }) => ({ text: "Decisions", link })),
          ],
        },
      ],
    },
  },
});
