package dev.unhang.diagnose.rule;

import dev.unhang.model.finding.Advice;
import dev.unhang.model.name.StepId;

/// Advice that several rules give.
public final class Steps {
  /// Save, before anything that may lose it.
  public static final StepId SAVE_EVIDENCE = new StepId("save-evidence");

  /// The mildest cure of a ring that stands still.
  public static final StepId RESTART_NEGOTIATION = new StepId("restart-negotiation");

  /// Live switch and a line that keeps it.
  public static final StepId TURN_OFF_OFFLOAD = new StepId("turn-off-offload");

  /// Reading only.
  public static final StepId LOOK = new StepId("look");

  private Steps() {}

  static Advice save() {
    return new Advice(
        SAVE_EVIDENCE,
        "journalctl --sync",
        "puts the log on disk before you pull the plug: the journal writes errors only every 5"
            + " minutes",
        true,
        "none");
  }

  static Advice cure(String nic) {
    return new Advice(
        RESTART_NEGOTIATION,
        "ethtool -r " + nic,
        "resets the adapter as the driver would; the bridge and the guests stay",
        false,
        "the link drops for 2 to 4 s");
  }

  static Advice prevent(String nic) {
    return new Advice(
        TURN_OFF_OFFLOAD,
        "unhang fix " + nic,
        "switches TCP segmentation offload off, now and at every boot; it prevents hangs, it does"
            + " not heal one",
        true,
        "none");
  }

  static Advice onTheHost(String nic) {
    return new Advice(
        LOOK,
        "unhang features " + nic,
        "run on the host: shows whether segmentation offload is on there",
        false,
        "none");
  }
}
