package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.WakeOnLan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `ethtool IF` without an option.
///
/// Man: ethtool(8); ethtool netlink/settings.c, dump_our_modes()
public final class EthtoolLink {
  static final String HEADING = "Settings for";
  private static final String SUPPORTED = "Supported link modes";
  private static final String ADVERTISED = "Advertised link modes";
  private static final String PARTNER = "Link partner advertised link modes";

  /// In the order of `enum ethtool_link_ext_state`.
  ///
  /// Kernel: include/uapi/linux/ethtool.h, enum ethtool_link_ext_state (v6.1)
  private static final List<String> EXTENDED =
      List.of(
          "Autoneg",
          "Link training failure",
          "Logical mismatch",
          "Bad signal integrity",
          "No cable",
          "Cable issue",
          "EEPROM issue",
          "Calibration failure",
          "Power budget exceeded",
          "Overheat",
          "Module");

  private final Notes notes;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, ModeList> modes = new HashMap<>();

  private EthtoolLink(Notes notes) {
    this.notes = notes;
  }

  /// Everything the output has.
  public static LinkSettings read(PastedText text) {
    EthtoolLink reader = new EthtoolLink(new Notes(text));
    ModeList open = new ModeList();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Optional<Labelled> parts = Labelled.of(line);
      if (parts.isPresent() && parts.get().label().endsWith("link modes")) {
        open = reader.modes.computeIfAbsent(parts.get().label(), label -> new ModeList());
        open.add(parts.get().value());
      } else if (ErrorLine.of(line.strip()).isPresent()) {
        reader.notes.stray(i);
      } else if (parts.isPresent() && !parts.get().label().startsWith(HEADING)) {
        reader.values.putIfAbsent(parts.get().label(), parts.get().value());
      } else if (ModeList.continues(line)) {
        open.add(line.strip());
      }
    }
    return new LinkSettings(
        reader.linkModes(), reader.detection(), reader.port(), reader.wakeOnLan());
  }

  private Optional<String> value(String label) {
    return Optional.ofNullable(values.get(label));
  }

  private Reading<LinkModes> linkModes() {
    ModeList supported = modes.get(SUPPORTED);
    ModeList advertised = modes.get(ADVERTISED);
    if (supported == null) {
      return notes.nothing("link modes");
    }
    return notes.reading(
        new LinkModes(
            value("Auto-negotiation").flatMap(on -> new Labelled("", on).isOn()),
            supported.list(),
            Optional.ofNullable(advertised).map(ModeList::list),
            Optional.ofNullable(modes.get(PARTNER))
                .map(ModeList::list)
                .filter(list -> !list.isEmpty()),
            value("Speed")
                .filter(speed -> speed.endsWith("Mb/s"))
                .flatMap(speed -> Numbers.decimal(speed.substring(0, speed.length() - 4))),
            value("Duplex")
                .map(duplex -> duplex.toLowerCase(Locale.ROOT))
                .filter(duplex -> duplex.equals("full") || duplex.equals("half"))));
  }

  private Reading<LinkDetection> detection() {
    String detected = value("Link detected").orElse("");
    if (detected.equals("yes")) {
      return notes.reading(new LinkDetection(true, Optional.empty()));
    }
    if (detected.equals("no")) {
      return notes.reading(new LinkDetection(false, Optional.empty()));
    }
    if (!detected.startsWith("no (") || !detected.endsWith(")")) {
      return notes.nothing("Link detected");
    }
    String why = detected.substring("no (".length(), detected.length() - 1);
    return notes.reading(new LinkDetection(false, extended(why.split(",", 2)[0])));
  }

  private static Optional<Integer> extended(String why) {
    int number = EXTENDED.indexOf(why.strip());
    return number < 0 ? Optional.empty() : Optional.of(number);
  }

  /// ethtool has words of its own for what the kernel numbers.
  ///
  /// ethtool: common.c, dump_mdix(); netlink/settings.c, linkinfo_reply_cb()
  private Reading<LinkPort> port() {
    Optional<String> connector = value("Port").map(EthtoolLink::connector);
    Optional<Integer> address = value("PHYAD").flatMap(Numbers::small);
    Optional<String> transceiver = value("Transceiver").map(EthtoolLink::transceiver);
    if (connector.isEmpty() || address.isEmpty() || transceiver.isEmpty()) {
      return notes.nothing("Port, PHYAD and Transceiver");
    }
    String pairs = value("MDI-X").orElse("");
    boolean isForced = pairs.endsWith("(forced)");
    String state = pairs.split(" ", 2)[0];
    Optional<Boolean> crossed = new Labelled("", state).isOn();
    return notes.reading(
        new LinkPort(
            connector.get(),
            address.get(),
            isForced ? Optional.empty() : crossed,
            isForced
                ? crossed.map(on -> on ? "on" : "off")
                : pairs.endsWith("(auto)") ? Optional.of("auto") : Optional.empty(),
            transceiver.get()));
  }

  private static String connector(String printed) {
    return switch (printed) {
      case "Twisted Pair" -> "twisted pair";
      case "FIBRE" -> "fibre";
      case "Direct Attach Copper" -> "direct attach copper";
      case "None" -> "none";
      case "Other" -> "other";
      default -> printed;
    };
  }

  /// Of kinds it does not know it prints `Unknown!`.
  private static String transceiver(String printed) {
    return printed.toLowerCase(Locale.ROOT);
  }

  private Reading<WakeOnLan> wakeOnLan() {
    Optional<String> supported = value("Supports Wake-on");
    Optional<String> enabled = value("Wake-on");
    return supported.isEmpty() || enabled.isEmpty()
        ? notes.nothing("Wake-on")
        : notes.reading(new WakeOnLan(names(supported.get()), names(enabled.get())));
  }

  /// The kernel's names of ethtool's letters.
  ///
  /// Man: ethtool(8), "wol p|u|m|b|a|g|s|f|d". Kernel: include/uapi/linux/ethtool.h, WAKE_PHY and
  /// the like (v6.1)
  private static List<String> names(String letters) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < letters.length() && names.size() < 8; i++) {
      String name =
          switch (letters.charAt(i)) {
            case 'p' -> "phy";
            case 'u' -> "ucast";
            case 'm' -> "mcast";
            case 'b' -> "bcast";
            case 'a' -> "arp";
            case 'g' -> "magic";
            case 's' -> "magicsecure";
            case 'f' -> "filter";
            default -> "";
          };
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
