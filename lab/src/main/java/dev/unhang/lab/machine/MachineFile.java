package dev.unhang.lab.machine;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.machine.MachineSpec.Disk;
import dev.unhang.lab.machine.MachineSpec.GuestVm;
import dev.unhang.lab.machine.MachineSpec.Nic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads `machines/NAME.yaml`. Strict: a key that is unknown, missing or of the wrong kind is an
/// error that names the file and the key; nothing has a default.
public final class MachineFile {

  /// The table of SMBIOS type 1, as QEMU's `-smbios` names its fields.
  private static final String[] DMI = {"manufacturer", "product", "version", "serial"};

  private MachineFile() {}

  /// Reads one.
  ///
  /// @throws LabBroken if it cannot be read or is not a machine
  public static MachineSpec read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException failed) {
      throw new LabBroken("cannot read the machine file " + file, failed);
    }
  }

  /// Reads the text of one.
  ///
  /// @param label the file's name, for errors
  public static MachineSpec parse(String label, String text) {
    YamlObject machine = YamlObject.of(label, load(label, text));
    MachineSpec spec =
        new MachineSpec(
            label.replaceFirst("\\.yaml$", ""),
            machine.words("packages"),
            machine.object("dmi").texts(DMI),
            machine.each("disks", MachineFile::disk),
            machine.each("usb", MachineFile::disk),
            machine.each("nics", MachineFile::nic),
            machine.words("kernelArguments"),
            machine.words("maskedServices"),
            machine.each("guests", MachineFile::guest));
    machine.nothingElse();
    return spec;
  }

  private static Disk disk(YamlObject in) {
    return new Disk(in.text("name"), in.text("size"));
  }

  private static Nic nic(YamlObject in) {
    return new Nic(
        in.text("name"), in.text("model"), in.text("pci"), in.text("mac"), in.text("network"));
  }

  private static GuestVm guest(YamlObject in) {
    return new GuestVm(
        in.text("id"), in.text("name"), in.text("mac"), in.text("address"), in.text("gateway"));
  }

  private static Object load(String label, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(label).setAllowDuplicateKeys(false).build();
      return Optional.ofNullable(new Load(settings).loadFromString(text)).orElse("");
    } catch (YamlEngineException failed) {
      throw new LabBroken(
          label + ": " + failed.getMessage(), "correct the YAML of the machine file");
    }
  }
}
