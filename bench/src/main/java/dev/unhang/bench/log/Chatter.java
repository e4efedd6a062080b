package dev.unhang.bench.log;

import java.util.Random;

/// What a virtualization host says all day that has nothing to do with hangs.
final class Chatter {
  private static final String[] SERVICES = {
    "pvestatd",
    "pvedaemon",
    "sshd",
    "CRON",
    "systemd",
    "pmxcfs",
    "corosync",
    "postfix/smtpd",
    "chronyd",
    "smartd",
    "dhclient"
  };

  private final Random random;

  Chatter(Random random) {
    this.random = random;
  }

  /// The name of a service.
  String service() {
    return SERVICES[number(SERVICES.length)];
  }

  /// What a service says.
  String service(String name, int counter) {
    return switch (number(8)) {
      case 0 -> "status update time (" + number(60) + "." + number(1000) + " seconds)";
      case 1 -> "pam_unix(" + name + ":session): session opened for user root(uid=0) by (uid=0)";
      case 2 -> "Started session-" + counter + ".scope - Session " + counter + " of User root.";
      case 3 ->
          "<root@pam> starting task UPID:pve-07:"
              + (hex8() + ":" + hex8() + ":" + hex8() + ":vzdump::root@pam:");
      case 4 -> "connect from unknown[" + address() + "]";
      case 5 -> "(root) CMD (   cd / && run-parts --report /etc/cron.hourly)";
      case 6 ->
          "Device: /dev/sda [SAT], SMART Usage Attribute: 194 Temperature_Celsius changed from "
              + (number(70) + " to " + number(70));
      default -> "got timeout";
    };
  }

  /// What the kernel says.
  String kernel(int counter) {
    int kind = number(20);
    if (kind < 11) {
      return "[UFW BLOCK] IN=vmbr0 OUT= MAC=6c:4b:90:12:34:56:00:1b:17:00:01:11:08:00 SRC="
          + (address() + " DST=192.0.2." + number(255) + " LEN=" + number(1500))
          + (" TOS=0x00 PREC=0x00 TTL=" + number(255) + " ID=" + number(65_536))
          + (" PROTO=TCP SPT=" + number(65_536) + " DPT=" + number(65_536))
          + " WINDOW=1024 RES=0x00 SYN URGP=0";
    }
    return switch (kind) {
      case 11, 12, 13 ->
          "audit: type=1400 audit(1750000000."
              + (100 + number(900) + ":" + counter)
              + "): apparmor=\"DENIED\" operation=\"mount\" profile=\"lxc-101\" pid="
              + (number(99_999) + " comm=\"(sd-mkdcreds)\"");
      case 14, 15 ->
          "perf: interrupt took too long ("
              + (number(9000) + " > " + number(9000))
              + "), lowering kernel.perf_event_max_sample_rate to "
              + number(100_000);
      case 16 -> "vmbr0: port " + number(9) + "(fwpr101p0) entered forwarding state";
      case 17 -> "device tap" + number(200) + "i0 entered promiscuous mode";
      case 18 -> "usb 1-1: new high-speed USB device number " + number(99) + " using xhci_hcd";
      default -> "EXT4-fs (dm-" + number(20) + "): mounted filesystem with ordered data mode";
    };
  }

  private String address() {
    return "10." + number(256) + "." + number(256) + "." + number(256);
  }

  private String hex8() {
    return String.format("%08X", random.nextInt());
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }
}
