/** What a shell runs to learn what may come next: the words so far, the last one perhaps unfinished. */
export const completeWord = "__complete";

const bash = `_openbalance() {
  local IFS=$'\\n'
  COMPREPLY=($(openbalance ${completeWord} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _openbalance openbalance
`;

const zsh = `#compdef openbalance
_openbalance() {
  local line
  local -a proposals
  for line in "\${(@f)$(openbalance ${completeWord} "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && proposals+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  (( \${#proposals} )) && _describe openbalance proposals || _files
}
compdef _openbalance openbalance
`;

const fish = `complete -c openbalance -f -a '(openbalance ${completeWord} (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`;

/** The script of a shell by its name; undefined for any other. */
export function completionScript(shell: string): string | undefined {
  return new Map([
    ["bash", bash],
    ["zsh", zsh],
    ["fish", fish],
  ]).get(shell);
}
