package dev.unhang.lab.qemu;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.GuestAgent;
import dev.unhang.lab.host.Children;
import dev.unhang.lab.host.HostCommand;
import dev.unhang.lab.image.Images;
import dev.unhang.lab.machine.MachineSpec;
import dev.unhang.lab.machine.MachineSpec.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lab machine: its disks live as long as this object, whatever happens to its power.
public final class Machine implements AutoCloseable {

  private static final Duration DISK_BOUND = Duration.ofSeconds(30);
  private static final Duration SOCKET_BOUND = Duration.ofSeconds(15);

  /// 13 s on a quiet host; the bound is for a busy one.
  private static final Duration AGENT_BOUND = Duration.ofMinutes(3);

  /// 8 s more on a quiet host.
  private static final Duration BOOT_BOUND = Duration.ofMinutes(4);

  private static final Duration SHUTDOWN_BOUND = Duration.ofMinutes(2);

  private static final String BOOT_ID = "/proc/sys/kernel/random/boot_id";

  private final Chatter chatter = new Chatter();
  private final QemuCommand command;
  private final Path folder;
  private final Story story;
  private final List<String> added = new ArrayList<>();
  private Optional<Power> power = Optional.empty();

  /// What there is only while it is on.
  private record Power(Process qemu, Qmp qmp, GuestAgent agent) {}

  /// Makes its disks; it is off.
  ///
  /// @param folder its own, of this run
  public Machine(
      MachineSpec spec,
      Images images,
      Optional<Path> app,
      Acceleration acceleration,
      Path folder,
      Story story) {
    this.folder = folder;
    this.story = story;
    this.command = new QemuCommand(spec, images, app, folder, acceleration, chatter.port());
    String root = QemuCommand.overlay(folder, "root").toString();
    disk("-b", images.root().toString(), "-F", "raw", root);
    for (Disk disk : Stream.concat(spec.disks().stream(), spec.usb().stream()).toList()) {
      disk(QemuCommand.overlay(folder, disk.name()).toString(), disk.size());
    }
  }

  private static void disk(String... what) {
    List<String> create = List.of("qemu-img", "create", "-q", "-f", "qcow2");
    HostCommand.of(
            DISK_BOUND, Stream.concat(create.stream(), Stream.of(what)).toArray(String[]::new))
        .run();
  }

  /// Switches it on and waits until it is up: agent, services, an address on the bridge, its
  /// guests.
  ///
  /// @param kernelArguments words for this boot beside those of the machine file
  public void powerOn(String... kernelArguments) {
    story.tell(
        "power on" + (kernelArguments.length == 0 ? "" : ": " + String.join(" ", kernelArguments)));
    List<String> argv = command.argv(List.of(kernelArguments));
    argv.addAll(added);
    Process qemu = Children.start(folder.resolve("qemu.log"), argv);
    Path monitor = folder.resolve(QemuCommand.QMP_SOCKET);
    story.need("QEMU runs", SOCKET_BOUND, () -> Files.exists(monitor) || stopIfDead(qemu));
    Qmp qmp = Qmp.connect(monitor, folder.resolve("qmp.log"));
    GuestAgent agent =
        GuestAgent.connect(folder.resolve(QemuCommand.AGENT_SOCKET), folder.resolve("agent.log"));
    power = Optional.of(new Power(qemu, qmp, agent));
    story.need("the guest's agent answers", AGENT_BOUND, () -> stopIfDead(qemu) || agent.answers());
    waitUntilUp();
  }

  private boolean stopIfDead(Process qemu) {
    if (!qemu.isAlive()) {
      throw new LabBroken("QEMU has ended with status " + qemu.exitValue(), "see qemu.log");
    }
    return false;
  }

  private void waitUntilUp() {
    servicesAreUp();
    story.need(
        "vmbr0 has an address",
        BOOT_BOUND,
        () ->
            guest()
                .run("ip", "-4", "-brief", "address", "show", "vmbr0")
                .out()
                .contains("10.0.2."));
  }

  private void servicesAreUp() {
    story.need(
        "all services of the guest are up",
        BOOT_BOUND,
        () -> guest().run("systemctl", "is-active", "--quiet", "multi-user.target").ok());
  }

  /// The power button: the guest shuts itself down, and its journal is whole.
  public void powerOff() {
    story.tell("power button");
    Power on = on();
    on.qmp().execute("system_powerdown");
    story.need("the machine has shut down", SHUTDOWN_BOUND, () -> !on.qemu().isAlive());
    forget();
  }

  /// The power cord: what the guest had not written to its disks is lost.
  public void cutPower() {
    story.tell("power cut");
    Power on = on();
    on.qmp().execute("quit");
    story.need("the machine is off", SHUTDOWN_BOUND, () -> !on.qemu().isAlive());
    forget();
  }

  /// Plugs the network cable of a NIC in, or pulls it.
  ///
  /// @param nic its name in the machine file
  public void cable(String nic, boolean plugged) {
    on().qmp().execute("set_link", Map.of("name", nic, "up", plugged));
  }

  /// Whether the switch port at the other end of a NIC's cable forwards. The link stays as it is.
  ///
  /// @param nic its name in the machine file
  public void forwards(String nic, boolean forwards) {
    String id = "blocked-" + nic;
    if (forwards) {
      on().qmp().execute("object-del", Map.of("id", id));
    } else {
      on().qmp()
          .execute(
              "object-add",
              Map.of(
                  "qom-type",
                  "filter-redirector",
                  "id",
                  id,
                  "netdev",
                  "router-" + nic,
                  "queue",
                  "all",
                  "outdev",
                  QemuCommand.NOWHERE));
    }
  }

  /// Adds a PCI device that shows a file in its third window, and never changes it. It is there
  /// from the next time the machine is switched on.
  ///
  /// @param slot on the first bus, two hexadecimal digits
  /// @param content its size is a power of two
  public void addWindow(String slot, Path content) {
    String size = String.valueOf(content.toFile().length());
    added.addAll(
        List.of(
            "-object",
            "memory-backend-file,id=window,share=on,readonly=on,size="
                + size
                + ",mem-path="
                + content,
            "-device",
            "ivshmem-plain,memdev=window,addr=0x" + slot));
  }

  /// Shuts down gracefully and boots again.
  public void powerCycle(String... kernelArguments) {
    powerOff();
    powerOn(kernelArguments);
  }

  /// Waits until the guest has rebooted by itself, and its services are up again. It may have no
  /// network.
  ///
  /// @param begun makes it do so, sooner or later
  public void reboots(String sentence, Duration bound, Runnable begun) {
    String before = guest().must("cat", BOOT_ID);
    begun.run();
    story.expect(sentence, bound, () -> isInAnotherBoot(before));
    servicesAreUp();
  }

  /// In the middle of a reboot nothing answers.
  private boolean isInAnotherBoot(String before) {
    try {
      return on().agent().answers() && !guest().must("cat", BOOT_ID).equals(before);
    } catch (LabBroken down) {
      return false;
    }
  }

  /// Commands on the machine itself.
  public Guest guest() {
    return new Guest(on().agent(), List.of(), folder.resolve("guest.log"));
  }

  /// Where its logs are.
  public Path folder() {
    return folder;
  }

  /// Whether it is switched on.
  public boolean isOn() {
    return power.filter(on -> on.qemu().isAlive()).isPresent();
  }

  private Power on() {
    return power.orElseThrow(() -> new IllegalStateException("the machine is off"));
  }

  private void forget() {
    power.ifPresent(on -> {
      on.qmp().close();
      on.agent().close();
      Children.end(on.qemu());
    });
    power = Optional.empty();
    for (String socket : List.of(QemuCommand.QMP_SOCKET, QemuCommand.AGENT_SOCKET)) {
      HostCommand.of(DISK_BOUND, "rm", "--force", folder.resolve(socket).toString()).run();
    }
  }

  @Override
  public void close() {
    forget();
    chatter.close();
  }
}
