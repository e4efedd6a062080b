package dev.unhang.lab.qemu;

import dev.unhang.lab.image.Images;
import dev.unhang.lab.machine.MachineSpec;
import dev.unhang.lab.machine.MachineSpec.Disk;
import dev.unhang.lab.machine.MachineSpec.GuestVm;
import dev.unhang.lab.machine.MachineSpec.Nic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The command line that is a lab machine: each part that a machine file declares becomes arguments
/// here, and nowhere else.
///
/// @param spec the machine
/// @param images what it boots from
/// @param app the disk with unhang, if it gets one
/// @param folder of this run: overlays, sockets, logs
/// @param acceleration how it is carried out
/// @param chatterPort the UDP port of this host through which a neighbour speaks on the machine's
///   wire
record QemuCommand(
    MachineSpec spec,
    Images images,
    Optional<Path> app,
    Path folder,
    Acceleration acceleration,
    int chatterPort) {

  static final String QMP_SOCKET = "qmp.sock";
  static final String AGENT_SOCKET = "agent.sock";

  /// A character device that swallows what it gets: where frames go that are not forwarded.
  static final String NOWHERE = "nowhere";

  /// The empty disks of the machine file, and the overlay over the root: the files that keep their
  /// content while a scenario cuts the power and switches it on again.
  static Path overlay(Path folder, String disk) {
    return folder.resolve(disk + ".qcow2");
  }

  List<String> argv(List<String> moreKernelArguments) {
    List<String> argv = new ArrayList<>(List.of("qemu-system-x86_64", "-name", spec.name()));
    argv.addAll(List.of("-M", "q35", "-smp", "2", "-m", "1024"));
    argv.addAll(acceleration.arguments());
    argv.addAll(List.of("-display", "none", "-nodefaults", "-no-user-config"));
    boot(argv, moreKernelArguments);
    control(argv);
    disks(argv);
    spec.nics().forEach(nic -> nic(argv, nic));
    argv.addAll(List.of("-smbios", "type=1" + fields(spec.dmi())));
    argv.addAll(List.of("-fw_cfg", "name=opt/lab/guests,string=" + escaped(guests())));
    return argv;
  }

  private void boot(List<String> argv, List<String> more) {
    List<String> words = new ArrayList<>(List.of("console=ttyS0"));
    words.addAll(spec.kernelArguments());
    spec.maskedServices().forEach(unit -> words.add("systemd.mask=" + unit));
    words.addAll(more);
    argv.addAll(List.of("-kernel", images.kernel().toString()));
    argv.addAll(List.of("-initrd", images.initramfs().toString()));
    argv.addAll(List.of("-append", String.join(" ", words)));
  }

  private void control(List<String> argv) {
    argv.addAll(List.of("-qmp", "unix:" + folder.resolve(QMP_SOCKET) + ",server=on,wait=off"));
    argv.addAll(
        List.of("-chardev", "file,id=console,append=on,path=" + folder.resolve("console.log")));
    argv.addAll(List.of("-serial", "chardev:console"));
    argv.addAll(List.of("-chardev", "null,id=" + NOWHERE));
    argv.addAll(
        List.of(
            "-chardev",
            "socket,id=agent,server=on,wait=off,path=" + folder.resolve(AGENT_SOCKET),
            "-device",
            "virtio-serial-pci",
            "-device",
            "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            "-device",
            "virtio-rng-pci"));
  }

  private void disks(List<String> argv) {
    drive(argv, "root", overlay(folder, "root"), "qcow2", "virtio-blk-pci,serial=root,drive=root");
    for (Disk disk : spec.disks()) {
      String device = "virtio-blk-pci,serial=" + disk.name() + ",drive=" + disk.name();
      drive(argv, disk.name(), overlay(folder, disk.name()), "qcow2", device);
    }
    app.ifPresent(disk ->
        drive(
            argv, "unhang", disk, "raw,readonly=on", "virtio-blk-pci,serial=unhang,drive=unhang"));
    argv.addAll(List.of("-device", "qemu-xhci"));
    for (Disk stick : spec.usb()) {
      String device = "usb-storage,serial=" + stick.name() + ",drive=" + stick.name();
      drive(argv, stick.name(), overlay(folder, stick.name()), "qcow2", device);
    }
  }

  private static void drive(List<String> argv, String id, Path file, String format, String device) {
    argv.addAll(List.of("-drive", "if=none,id=" + id + ",file=" + file + ",format=" + format));
    argv.addAll(List.of("-device", device));
  }

  /// The host's loopback is 10.0.2.2 in there. What is sent to the chatter port comes out of the
  /// wire as a broadcast.
  private void nic(List<String> argv, Nic nic) {
    argv.addAll(
        List.of(
            "-netdev",
            "user,id=router-%s,hostfwd=udp:127.0.0.1:%d-10.0.2.255:%d"
                .formatted(nic.name(), chatterPort, Chatter.NETBIOS_PORT),
            "-device",
            "%s,id=%s,netdev=router-%s,addr=0x%s,mac=%s,romfile="
                .formatted(nic.model(), nic.name(), nic.name(), nic.slot(), nic.mac()),
            "-smbios",
            "type=41,designation=Onboard LAN,kind=ethernet,instance=%s,pcidev=%s"
                .formatted(nic.instance(), nic.name())));
  }

  private String guests() {
    return spec.guests().stream().map(GuestVm::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String fields(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(fields)
        .forEach((name, value) -> text.append(',').append(name).append('=').append(escaped(value)));
    return text.toString();
  }

  /// QEMU's options take a comma doubled.
  private static String escaped(String value) {
    return value.replace(",", ",,");
  }
}
