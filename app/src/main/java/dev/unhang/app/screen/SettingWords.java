package dev.unhang.app.screen;

import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.net.Rings;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Optional;

/// A NIC's settings, in a line each. Not escaped yet.
final class SettingWords {
  /// Why there is no link, by the kernel's numbers.
  ///
  /// Kernel: include/uapi/linux/ethtool.h, enum ethtool_link_ext_state (v6.1)
  private static final List<String> EXTENDED =
      List.of(
          "autonegotiation does not end",
          "link training failed",
          "the coding of both ends does not match",
          "bad signal",
          "no cable",
          "the cable is faulty or unsuited",
          "the EEPROM can't be read",
          "calibration failed",
          "the port may not draw the power that the cable needs",
          "too hot",
          "the transceiver module has a problem");

  private SettingWords() {}

  static String detection(LinkDetection detection) {
    return (detection.detected() ? "link" : "no link")
        + detection.extendedState().map(state -> ": " + extended(state)).orElse("");
  }

  private static String extended(int state) {
    return state < EXTENDED.size() ? EXTENDED.get(state) : "extended state " + state;
  }

  static String port(LinkPort port) {
    return port.connector()
        + ", transceiver "
        + port.transceiver()
        + ", PHY address "
        + port.phyAddress()
        + ", "
        + port.crossed().map(crossed -> crossed ? "MDI-X" : "MDI").orElse("MDI-X unknown")
        + port.crossing().map(how -> " (" + how + ")").orElse("");
  }

  static String speed(LinkModes modes) {
    return modes.speedMegabits().map(speed -> speed + " Mb/s").orElse("speed unknown")
        + ", "
        + modes.duplex().map(duplex -> duplex + " duplex").orElse("duplex unknown")
        + ", autonegotiation "
        + modes.autonegotiation().map(SettingWords::onOff).orElse("unknown");
  }

  static String advertised(LinkModes modes) {
    return modes.advertised().equals(Optional.of(modes.supported()))
        ? LinkWords.orNone(modes.supported()) + " (all it supports)"
        : told(modes.advertised()) + "; supports " + LinkWords.orNone(modes.supported());
  }

  static String partner(LinkModes modes) {
    return told(modes.partner());
  }

  static String eee(Eee eee) {
    return (eee.enabled() ? "enabled" : "disabled")
        + ", "
        + (eee.active() ? "active" : "not active")
        + ", tx-lpi "
        + eee.txLpiEnabled().map(SettingWords::onOff).orElse("unknown")
        + eee.txLpiTimerMicros().map(micros -> " after " + micros + " us").orElse("")
        + "; advertised "
        + LinkWords.orNone(eee.advertised())
        + "; by the partner "
        + told(eee.partner());
  }

  static String pause(Pause pause) {
    return "rx "
        + onOff(pause.rx())
        + ", tx "
        + onOff(pause.tx())
        + ", autonegotiation "
        + onOff(pause.autonegotiation());
  }

  static String rings(Rings rings) {
    return "rx " + ring(rings.rx(), rings.rxMax()) + ", tx " + ring(rings.tx(), rings.txMax());
  }

  private static String ring(Optional<Integer> now, Optional<Integer> most) {
    return now.map(String::valueOf).orElse("unknown")
        + most.map(number -> " of " + number).orElse("");
  }

  static String parameters(List<Parameter> parameters) {
    return LinkWords.orNone(
        parameters.stream().map(each -> each.name() + " " + each.value()).toList());
  }

  static String flags(List<PrivateFlag> flags) {
    return LinkWords.orNone(
        flags.stream().map(flag -> flag.name() + " " + onOff(flag.on())).toList());
  }

  static String wakeOnLan(WakeOnLan wake) {
    return "wakes on "
        + LinkWords.orNone(wake.enabled())
        + "; supports "
        + LinkWords.orNone(wake.supported());
  }

  private static String told(Optional<List<String>> modes) {
    return modes.map(LinkWords::orNone).orElse("unknown: the driver does not say");
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
