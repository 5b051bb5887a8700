/** The shells that there is a completion for. */
export const shells: readonly string[] = ["bash", "zsh", "fish"];
