# Prints what the kernel logged of network cards, framed. Changes and writes nothing. It must hold no quote of the single kind.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
LC_ALL=C
export PATH LC_ALL
renice -n 19 -p $$ >/dev/null 2>&1
ionice -c 3 -p $$ >/dev/null 2>&1
W="@WORDS@
@edge
@exit
MESSAGE\":[
MESSAGE\" : ["
F=MESSAGE,PRIORITY,_TRANSPORT,SYSLOG_IDENTIFIER,SYSLOG_FACILITY,_KERNEL_DEVICE,_SOURCE_MONOTONIC_TIMESTAMP,_BOOT_ID,_PID
S=
[ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && S="sudo -n"; }
T=
L=
command -v timeout >/dev/null 2>&1 && { T="timeout 20"; L="timeout 120"; }
h() { printf "\n@%s %s\n" "$1" "$2"; }
s() { head -c "$1" | sed "s/^/ /"; }
f() {
  for p in "$@"; do
    [ -r "$p" ] || continue
    h file "$p"
    $T cat "$p" 2>/dev/null | s 20000
  done
}
k() { for p in "$@"; do [ -L "$p" ] && { h link "$p"; readlink "$p" | s 5000; }; done; }
l() { for p in "$@"; do [ -d "$p" ] && { h list "$p"; ls -1A "$p" 2>/dev/null | s 100000; }; done; }
c() {
  command -v "$1" >/dev/null 2>&1 || return 0
  h command "$*"
  $T $S "$@" 2>&1 | s 50000
}
h told "uid $(id -u)"
h told "sudo ${S:-no}"
h told "now $(date +%s)"
h told "zone $(date +%z)"
f /proc/sys/kernel/hostname /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id /proc/uptime \
  /run/systemd/container /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name /sys/class/dmi/id/bios_version
h file /proc/cpuinfo
grep -m 1 "^flags" /proc/cpuinfo 2>/dev/null | s 10000
l /sys/class/net /sys/bus/pci/devices
for n in $(ls /sys/class/net 2>/dev/null | head -n 64); do
  d=/sys/class/net/$n
  [ -e "$d/device" ] || continue
  k "$d" "$d/device" "$d/device/driver"
  f "$d/operstate" "$d/carrier"
  c ethtool -i "$n"
  c ethtool -k "$n"
done
for d in /sys/bus/pci/devices/*; do
  case $(cat "$d/class" 2>/dev/null) in
    0x02*)
      f "$d/class" "$d/vendor" "$d/device" "$d/subsystem_vendor" "$d/subsystem_device" "$d/revision" "$d"/link/*_aspm
      k "$d/driver"
      ;;
  esac
done
J=
if command -v journalctl >/dev/null 2>&1; then
  if [ -n "$($T $S journalctl -q --no-pager -n 1 -o cat _TRANSPORT=kernel 2>/dev/null)" ]; then
    J=yes
    O=
    journalctl --help 2>/dev/null | grep -q -e --output-fields && O=--output-fields=$F
    h log journal
    { $L $S journalctl -q --no-pager -o json $O _TRANSPORT=kernel 2>/dev/null; echo "@exit $?"; } |
      awk "/^@exit / { if (n) print \"@edge\" p; print; next }
        { i = index(\$0, \"_BOOT_ID\"); b = i ? substr(\$0, i + 8, 42) : \"\"
          if (n) { if (e || b != o) printf \"@edge\"; print p }
          e = !n || b != o; p = \$0; o = b; n = 1 }" |
      grep -F -e "$W" | sed -e "s/^@exit /@told journal /" -e t -e "s/^@edge//" -e "s/^/ /"
  elif ls -d /var/log/journal/* /run/log/journal/* 2>/dev/null | grep -q .; then
    h told "journal empty"
  fi
fi
if [ -z "$J" ] || ! [ -d /var/log/journal ]; then
  for p in $(ls -1t /var/log/kern.log* 2>/dev/null | head -n 8); do
    R=cat
    case $p in
      *.gz) R="gzip -dc" ;;
      *.xz) R="xz -dc" ;;
      *.zst) R="zstd -dc" ;;
    esac
    $S test -r "$p" || { h told "denied $p"; continue; }
    h log "$p"
    { $L $S $R "$p" 2>/dev/null; echo "@exit $?"; } |
      awk "/^@exit / { if (n) print \"@edge\" p; if (\$2) print \"@exit \" \$2; next }
        { if (n) print p; p = \$0; if (!n) p = \"@edge\" p; n = 1 }" |
      grep -F -B 4 -A 24 -e "$W" | sed -e "/^--\$/d" -e "s/^@exit /@told text /" -e t -e "s/^\(@edge\)*//" -e "s/^/ /"
    J=yes
  done
fi
if [ -z "$J" ]; then
  h log dmesg
  { $T $S dmesg 2>/dev/null; echo "@exit $?"; } | sed -e "s/^@exit /@told dmesg /" -e t -e "s/^/ /"
fi
h end ""
