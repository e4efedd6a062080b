# Prints what is asked of a host, framed. Changes and writes nothing. It must hold no quote of the single kind.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
LC_ALL=C
export PATH LC_ALL
S=
[ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && S="sudo -n"; }
T=
command -v timeout >/dev/null 2>&1 && T="timeout 20"
h() { printf "\n@%s %s\n" "$1" "$2"; }
s() { head -c "$1" | sed "s/^/ /"; }
f() {
  for p in "$@"; do
    [ -f "$p" ] || continue
    h file "$p"
    if [ -r "$p" ]; then $T cat "$p" 2>/dev/null; else $T $S cat "$p" 2>/dev/null; fi | s 2000000
  done
}
x() { [ -f "$1" ] && { h hex "$1"; $T $S od -An -v -tx1 "$1" 2>/dev/null | s 20000; }; }
l() { for p in "$@"; do [ -d "$p" ] && { h list "$p"; ls -1A "$p" 2>/dev/null | s 500000; }; done; }
k() { for p in "$@"; do [ -L "$p" ] && { h link "$p"; readlink "$p" | s 5000; }; done; }
c() {
  command -v "$1" >/dev/null 2>&1 || return 0
  h command "$*"
  $T $S "$@" 2>&1 | s 2000000
}
f /proc/sys/kernel/hostname /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id /proc/uptime \
  /etc/hosts /proc/net/tcp /proc/net/tcp6 /proc/self/mounts /etc/corosync/corosync.conf \
  /run/systemd/container /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name \
  /sys/class/dmi/id/bios_version /sys/class/dmi/id/bios_date \
  /etc/network/interfaces /etc/network/interfaces.new /etc/network/interfaces.d/* /proc/cmdline \
  /etc/modprobe.d/*.conf /etc/systemd/system/*.service /etc/udev/rules.d/*.rules /etc/netplan/*.yaml \
  /etc/sysconfig/network-scripts/ifcfg-*
for d in /etc/systemd/network /usr/local/lib/systemd/network /usr/lib/systemd/network; do
  l $d
  f $d/*.link $d/*.link.d/*.conf
done
if [ -d /etc/NetworkManager/system-connections ]; then
  for p in $($S ls /etc/NetworkManager/system-connections 2>/dev/null | grep "nmconnection$" | grep -v " "); do
    h file /etc/NetworkManager/system-connections/$p
    $T $S cat /etc/NetworkManager/system-connections/$p 2>/dev/null | s 100000
  done
fi
l /etc/systemd/system /etc/systemd/system/*.wants /etc/modprobe.d /etc/NetworkManager/system-connections \
  /etc/udev/rules.d /etc/netplan /etc/sysconfig/network-scripts /etc/rc.d/rc3.d
h file /proc/cpuinfo
head -n 40 /proc/cpuinfo | s 100000
h file /proc/self/environ
printf "SSH_CONNECTION=%s" "$SSH_CONNECTION" | s 1000
l /etc/network/interfaces.d /sys/class/net /sys/bus/pci/devices
c uname -a
c ip -j -s -d addr
c ip -s -d addr
c bridge link
for n in $(ls /sys/class/net); do
  d=/sys/class/net/$n
  k $d $d/device $d/master $d/device/driver
  l $d/brif $d/queues
  [ -e $d/device ] || continue
  f $d/device/vendor $d/device/device $d/queues/tx-*/tx_timeout \
    $d/queues/tx-*/byte_queue_limits/inflight $d/queues/tx-*/byte_queue_limits/limit
  c ethtool $n
  for o in -k -i -S -a -g -c --show-eee --show-priv-flags; do c ethtool $o $n; done
done
V=
for d in /sys/bus/pci/devices/*; do
  case $(cat $d/class 2>/dev/null) in
    0x02*)
      f $d/class $d/vendor $d/device $d/subsystem_vendor $d/subsystem_device $d/revision \
        $d/removable $d/current_link_speed $d/current_link_width $d/link/*_aspm
      k $d/driver
      x $d/config
      V="$V $(cat $d/vendor $d/subsystem_vendor 2>/dev/null)"
      ;;
  esac
done
for p in /usr/share/misc/pci.ids /usr/share/hwdata/pci.ids; do
  [ -f $p ] || continue
  h file $p
  awk -v "v=$V" "/^[0-9a-f]/ { on = index(v, substr(\$0, 1, 4)) } on && !/^\t\t/ && !/^#/" $p | s 2000000
done
if command -v journalctl >/dev/null 2>&1 && ls -d /var/log/journal/* /run/log/journal/* 2>/dev/null | grep -q .; then
  h log journal
  timeout 60 $S journalctl --no-pager -q -o json --since=-30days _TRANSPORT=kernel 2>/dev/null |
    tail -c 20000000 | sed "s/^/ /"
else
  h log dmesg
  $T $S dmesg --decode 2>/dev/null | tail -c 20000000 | sed "s/^/ /"
fi
if timeout 2 ls /etc/pve >/dev/null 2>&1; then
  l /etc/pve /etc/pve/qemu-server /etc/pve/lxc
  f /etc/pve/corosync.conf /etc/pve/qemu-server/*.conf /etc/pve/lxc/*.conf
fi
h end ""
