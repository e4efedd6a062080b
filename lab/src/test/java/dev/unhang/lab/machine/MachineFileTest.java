package dev.unhang.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.machine.MachineSpec.Disk;
import dev.unhang.lab.machine.MachineSpec.GuestVm;
import dev.unhang.lab.machine.MachineSpec.Nic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A machine file says all that a machine is; anything else in it is refused, by name.
class MachineFileTest {

  private static final String SOUND =
      """
      packages: [ifupdown2]
      dmi: {manufacturer: Dell Inc., product: OptiPlex 9020, version: "00", serial: X}
      disks: [{name: md0-a, size: 64M}]
      usb: [{name: stick, size: 32M}]
      nics:
        - {name: eno1, model: e1000e, pci: "0000:00:19.0", mac: "64:00:6a:51:d4:3d", network: router}
      kernelArguments: [iomem=relaxed]
      maskedServices: [fstrim.timer]
      guests:
        - {id: 100, name: nas, mac: "96:bb:3a:75:a8:da", address: 10.0.2.100/24, gateway: 10.0.2.2}
      """;

  @Test
  void readsEachPart() {
    MachineSpec spec = MachineFile.parse("small.yaml", SOUND);

    assertThat(spec.name()).isEqualTo("small");
    assertThat(spec.packages()).containsExactly("ifupdown2");
    assertThat(spec.dmi()).containsEntry("product", "OptiPlex 9020").hasSize(4);
    assertThat(spec.disks()).containsExactly(new Disk("md0-a", "64M"));
    assertThat(spec.usb()).containsExactly(new Disk("stick", "32M"));
    assertThat(spec.nics())
        .containsExactly(new Nic("eno1", "e1000e", "0000:00:19.0", "64:00:6a:51:d4:3d", "router"));
    assertThat(spec.kernelArguments()).containsExactly("iomem=relaxed");
    assertThat(spec.maskedServices()).containsExactly("fstrim.timer");
    assertThat(spec.guests())
        .containsExactly(
            new GuestVm("100", "nas", "96:bb:3a:75:a8:da", "10.0.2.100/24", "10.0.2.2"));
  }

  @Test
  void theMachineOfTheIncidentIsSound() {
    String root = System.getProperty("unhang.root", "..");

    MachineSpec spec = MachineFile.read(Path.of(root, "lab/machines/pve-02.yaml"));

    assertThat(spec.nics()).extracting(Nic::slot, Nic::instance).containsExactly(tuple("19", "1"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serial: X         | serial: X, colour: red | small.yaml: dmi.colour is not known
          usb:              | ubs:                   | small.yaml: usb is missing
          network: router   | network: moon          | small.yaml: nics[0] 'moon' is not the network 'router'
          name: eno1        | name: enp0s25          | small.yaml: nics[0] 'enp0s25' is not a card on the board
          0000:00:19.0      | 0000:03:00.0           | small.yaml: nics[0] '0000:03:00.0' is not a PCI address on bus 0
          size: 64M         | size: much             | small.yaml: disks[0] 'much' is not a size such as 64M
          [fstrim.timer]    | fstrim.timer           | small.yaml: maskedServices is not a list
          [iomem=relaxed]   | [iomem=relaxed, [a]]   | small.yaml: kernelArguments[1] is not a text
          id: 100           | id: 100, cpus: 4       | small.yaml: guests[0].cpus is not known
          dmi:              | "dmi: {}\\ndmi:"       | duplicate key dmi
          """)
  void whatIsWrongIsNamedWithItsFileAndKey(String sound, String broken, String message) {
    String text = SOUND.replace(sound, broken.replace("\\n", "\n").replace("\"", ""));

    assertThatThrownBy(() -> MachineFile.parse("small.yaml", text))
        .isInstanceOf(LabBroken.class)
        .hasMessageContaining(message);
  }
}
