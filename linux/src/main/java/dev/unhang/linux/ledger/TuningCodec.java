package dev.unhang.linux.ledger;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.setting.Tuning;

/// A value of a NIC as words with single spaces between, and back.
final class TuningCodec {
  private TuningCodec() {}

  static String text(Tuning tuning) {
    return switch (tuning) {
      case Tuning.Offload offload -> "offload " + offload.subject() + " " + offload.on();
      case Tuning.EnergyEfficiency eee -> "eee " + eee.on();
      case Tuning.FlowControl flow ->
          "pause "
              + flow.pause().autonegotiation()
              + " "
              + flow.pause().rx()
              + " "
              + flow.pause().tx();
      case Tuning.RingLength ring -> "ring " + ring.direction() + " " + ring.descriptors();
      case Tuning.Coalescing held ->
          "coalescing " + held.parameter().name() + " " + held.parameter().value();
      // Its name comes last: drivers put spaces into it.
      case Tuning.DriverFlag own -> "flag " + own.flag().on() + " " + own.flag().name();
      case Tuning.Aspm aspm -> "aspm " + aspm.device() + " " + aspm.state() + " " + aspm.on();
    };
  }

  /// Throws IllegalArgumentException where it is none.
  static Tuning read(String text) {
    String[] words = text.split(" ", 3);
    if (words.length < 2) {
      throw new IllegalArgumentException("no value of a NIC: " + text);
    }
    String rest = words.length == 3 ? words[2] : "";
    return switch (words[0]) {
      case "offload" ->
          new Tuning.Offload(OffloadGroup.named(words[1]).orElseThrow(), isTrue(rest));
      case "eee" -> new Tuning.EnergyEfficiency(isTrue(words[1]));
      case "pause" -> new Tuning.FlowControl(pause(words[1], rest));
      case "ring" -> new Tuning.RingLength(words[1], Integer.parseInt(rest));
      case "coalescing" -> new Tuning.Coalescing(new Parameter(words[1], Long.parseLong(rest)));
      case "flag" -> new Tuning.DriverFlag(new PrivateFlag(rest, isTrue(words[1])));
      case "aspm" -> aspm(words[1], rest);
      default -> throw new IllegalArgumentException("no value of a NIC: " + text);
    };
  }

  private static Pause pause(String autonegotiation, String rest) {
    String[] both = two(rest);
    return new Pause(isTrue(autonegotiation), isTrue(both[0]), isTrue(both[1]));
  }

  private static Tuning aspm(String device, String rest) {
    String[] both = two(rest);
    return new Tuning.Aspm(new PciAddress(device), both[0], isTrue(both[1]));
  }

  private static String[] two(String rest) {
    String[] both = rest.split(" ", -1);
    if (both.length != 2) {
      throw new IllegalArgumentException("two words are missing in: " + rest);
    }
    return both;
  }

  private static boolean isTrue(String word) {
    if (!word.equals("true") && !word.equals("false")) {
      throw new IllegalArgumentException("true or false, not " + word);
    }
    return word.equals("true");
  }
}
