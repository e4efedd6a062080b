# What bash offers for the last of some words: tab.bash SCRIPT WORD...
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
_complete_unhang
printf '%s\n' "${COMPREPLY[*]}"
