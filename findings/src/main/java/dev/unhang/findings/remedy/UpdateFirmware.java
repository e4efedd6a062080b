package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Attachment;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// The newest firmware of the machine, which brings that of the management engine and of the NIC's
/// own memory along.
public final class UpdateFirmware implements Remedy {
  private static final StepId ID = new StepId("update-firmware");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            what(nic),
            "firmware holds the PHY and decides how chip and link sleep" + now(nic),
            "a reboot; a failed update can cost the board or the card",
            false,
            Optional.of("board and NIC"),
            "the new version is shown (dmidecode -s bios-version, ethtool -i), and no report"
                + " since"));
  }

  /// Only NICs of the chipset share MAC and PHY with the management engine.
  private static String what(NicCase nic) {
    return switch (Attachment.of(nic)) {
      case CHIPSET -> "the board's newest BIOS, and its ME";
      case PCI -> "the board's newest BIOS";
      default -> "the newest firmware of the NIC, and BIOS";
    };
  }

  private static String now(NicCase nic) {
    return nic.host()
        .machine()
        .biosVersion()
        .map(version -> "; the BIOS is " + version + " now")
        .orElse("");
  }
}
