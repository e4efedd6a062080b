#!/bin/sh
# unhang @VERSION@ in one file, for rescue systems: sh FILE [ARGUMENTS]. It needs neither Java nor a network nor a stick
# that can be written to: it unpacks itself to a place in memory that lets programs run, runs, and removes itself. While
# a trial is on it stays, since what takes the change back runs from there.
set -u
export LC_ALL="${LC_ALL:-C.UTF-8}"
lines=@LINES@
sum=@SUM@
room=@ROOM@

stop() {
    echo "unhang: $1" >&2
    echo "  try: $2" >&2
    exit 69
}

[ "$(uname -sm)" = 'Linux x86_64' ] ||
    stop "this file is for Linux on x86_64, and here is $(uname -sm)" 'build it from its sources on this machine'
[ -r "$0" ] || stop "$0 can't be read again" 'start it as: sh FILE'

payload() {
    tail -n "+$lines" "$0"
}

# Whether programs may run in the folder $1, and how many KiB are free.
runs_here() {
    printf '#!/bin/sh\nexit 0\n' >"$1/may-run" 2>/dev/null && chmod 700 "$1/may-run" && "$1/may-run" 2>/dev/null
}
free() {
    df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'
}

# What an earlier run left for a trial that has ended.
for old in /dev/shm/unhang-run.* /run/unhang-run.* /var/tmp/unhang-run.* /tmp/unhang-run.*; do
    [ -O "$old" ] && [ ! -L "$old" ] && [ -f "$old/left" ] && [ -x "$old/unhang/bin/trials" ] || continue
    "$old/unhang/bin/trials" || rm -rf "$old"
done

why=
home=
for place in ${UNHANG_RUN_FROM:-/dev/shm /run /var/tmp /tmp}; do
    made=$(mktemp -d "$place/unhang-run.XXXXXX" 2>/dev/null) || {
        why="$why $place: can't be written to;"
        continue
    }
    if ! runs_here "$made"; then
        why="$why $place: lets no program run;"
    elif [ "$(free "$made")" -lt "$room" ]; then
        why="$why $place: $(free "$made") KiB are free;"
    else
        home=$made
        break
    fi
    rm -rf "$made"
done
[ -n "$home" ] ||
    stop "there is no place to run from that has $room KiB free:$why" 'mount -o remount,exec,size=256M /dev/shm'

# Ctrl-C reaches unhang too, which ends in its own way.
trap : INT
trap 'rm -rf "$home"' EXIT
trap 'exit 143' TERM HUP
if command -v sha256sum >/dev/null && [ "$(payload | sha256sum | cut -d ' ' -f 1)" != "$sum" ]; then
    stop "$0 is damaged: its contents are not what was packed" 'copy it again, or use another stick'
fi
payload | gzip -dc | tar -xf - -C "$home" || stop "$0 can't be unpacked to $home" 'see above'
rm -f "$home/may-run"
if ! "$home/unhang/bin/java" -XX:-UsePerfData -Xshare:off -XX:TieredStopAtLevel=1 -version >/dev/null 2>"$home/said"; then
    stop "the Java runtime in it doesn't start here: $(head -n 1 "$home/said")" \
        'a rescue system with glibc, such as Debian'"'"'s or SystemRescue'
fi
rm -f "$home/said"

"$home/unhang/bin/unhang" "$@"
status=$?
if "$home/unhang/bin/trials"; then
    : >"$home/left"
    echo "unhang: it stays in $home until the trial is settled; the next run of this file removes it" >&2
    trap - EXIT
fi
exit $status
