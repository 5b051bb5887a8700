// Without fonts: the reader's own are used, and the site asks no other host for anything.
import DefaultTheme from "vitepress/theme-without-fonts";
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import "./style.css";

// oxlint-disable-next-line import/no-default-export -- VitePress takes the theme from there
export default DefaultTheme;
