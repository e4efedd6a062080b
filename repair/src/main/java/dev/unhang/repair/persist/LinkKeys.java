package dev.unhang.repair.persist;

import dev.unhang.model.error.EditRefused;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words that link files have for values.
///
/// Man: systemd.link(5), "[LINK] SECTION OPTIONS"
///
/// @param systemd which one reads them; empty where that was not read
record LinkKeys(Optional<Version> systemd, String nic) {
  private static final String LINK = "Link";

  /// Its release notes name the section `[EnergyEfficientEthernet]`.
  private static final int WITH_EEE = 258;

  /// Its man page has all the keys below.
  private static final int WITH_ALL = 252;

  /// Older ones have these.
  private static final Map<OffloadGroup, List<String>> SEGMENTATION =
      Map.of(
          OffloadGroup.TSO, List.of("TCPSegmentationOffload", "TCP6SegmentationOffload"),
          OffloadGroup.GSO, List.of("GenericSegmentationOffload"),
          OffloadGroup.GRO, List.of("GenericReceiveOffload"),
          OffloadGroup.LRO, List.of("LargeReceiveOffload"));

  private static final Map<OffloadGroup, List<String>> OTHERS =
      Map.of(
          OffloadGroup.RX, List.of("ReceiveChecksumOffload"),
          OffloadGroup.TX, List.of("TransmitChecksumOffload"),
          OffloadGroup.RXVLAN, List.of("ReceiveVLANCTAGHardwareAcceleration"),
          OffloadGroup.TXVLAN, List.of("TransmitVLANCTAGHardwareAcceleration"),
          OffloadGroup.NTUPLE, List.of("NTupleFilter"));

  private static final Map<String, String> COALESCING =
      Map.of(
          "rx-usecs", "RxCoalesceSec",
          "rx-usecs-irq", "RxIrqCoalesceSec",
          "tx-usecs", "TxCoalesceSec",
          "tx-usecs-irq", "TxIrqCoalesceSec",
          "rx-frames", "RxMaxCoalescedFrames",
          "tx-frames", "TxMaxCoalescedFrames",
          "adaptive-rx", "UseAdaptiveRxCoalesce",
          "adaptive-tx", "UseAdaptiveTxCoalesce");

  /// One key with its value.
  record Key(String section, String name, String value) {}

  /// The keys for all values; throws EditRefused where one has none.
  List<Key> of(Wanted wanted) {
    List<Key> keys = new ArrayList<>();
    for (Tuning value : wanted.values()) {
      keys.addAll(of(value));
    }
    return keys;
  }

  private List<Key> of(Tuning value) {
    return switch (value) {
      case Tuning.Offload offload -> offload(offload);
      case Tuning.EnergyEfficiency eee -> {
        needs(WITH_EEE, value);
        yield List.of(new Key("EnergyEfficientEthernet", "Enable", word(eee.on())));
      }
      case Tuning.FlowControl flow -> {
        needs(WITH_ALL, value);
        yield List.of(
            link("AutoNegotiationFlowControl", word(flow.pause().autonegotiation())),
            link("RxFlowControl", word(flow.pause().rx())),
            link("TxFlowControl", word(flow.pause().tx())));
      }
      case Tuning.RingLength ring -> {
        needs(WITH_ALL, value);
        yield List.of(
            link(ring.direction().equals("rx") ? "RxBufferSize" : "TxBufferSize", ring.value()));
      }
      case Tuning.Coalescing held -> {
        needs(WITH_ALL, value);
        yield List.of(coalescing(held));
      }
      case Tuning.DriverFlag own -> throw without(value, "no key for it");
      case Tuning.Aspm aspm -> throw without(value, "no key for it");
    };
  }

  private List<Key> offload(Tuning.Offload offload) {
    List<String> names = SEGMENTATION.get(offload.group());
    if (names == null) {
      names = OTHERS.get(offload.group());
      if (names == null) {
        throw without(offload, "no key for it");
      }
      needs(WITH_ALL, offload);
    }
    return names.stream().map(name -> link(name, word(offload.on()))).toList();
  }

  private Key coalescing(Tuning.Coalescing held) {
    String name = COALESCING.get(held.subject());
    if (name == null || (name.endsWith("Sec") && held.parameter().value() == 0)) {
      throw without(held, name == null ? "no key for it" : "no word for 0");
    }
    return link(
        name,
        name.endsWith("Sec")
            ? held.value() + "us"
            : name.startsWith("Use") ? word(held.parameter().value() == 1) : held.value());
  }

  private void needs(int release, Tuning value) {
    if (systemd.filter(version -> version.isAtLeast(release, 0)).isEmpty()) {
      throw without(
          value,
          "no key for it before systemd "
              + release
              + ", and this one is "
              + systemd.map(version -> String.valueOf(version.major())).orElse("not known"));
    }
  }

  private EditRefused without(Tuning value, String why) {
    return new EditRefused(
        "keep " + value.subject() + " " + value.value(),
        nic,
        "link files have " + why,
        "keep it by a line that calls ethtool: --keep-by udev-rule");
  }

  private static Key link(String name, String value) {
    return new Key(LINK, name, value);
  }

  private static String word(boolean on) {
    return on ? "yes" : "no";
  }
}
