# What zsh makes of $TYPED, which may hold tabs, in a terminal of its own. $SHARE is the package's usr/share.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= ; fpath=($SHARE/zsh/vendor-completions \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell $'show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey ^X show; print read""y'
while zpty -r shell line; do
    [[ $line = *ready* ]] && break
done
zpty -w -n shell "$TYPED"$'\x18'
while zpty -r shell line; do
    if [[ $line = *'<<'*'>>'* ]]; then
        line=${line#*<<}
        print -r -- ${${line%%>>*}% }
        break
    fi
done
zpty -d shell
