package dev.unhang.findings.remedy;

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
  public Fit fit(NicCase nic) {
    String now =
        nic.host().machine().biosVersion().map(version -> "; it is " + version + " now").orElse("");
    return new Fit.Offered(
        new Advice(
            ID,
            "the board's newest BIOS, and its ME",
            "firmware holds the PHY and decides how chip and link sleep" + now,
            "a reboot; a failed update can cost the board",
            false,
            Optional.of("the board"),
            "dmidecode -s bios-version, and no report since"));
  }
}
