package dev.unhang.config.networkmanager;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.networkd.NameGlob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What NetworkManager's own configuration has it leave alone.
///
/// Man: NetworkManager.conf(5), "unmanaged-devices", "managed", "Device List Format"
///
/// @param files every file of it
public record UnmanagedDevices(List<IniFile> files) {
  public UnmanagedDevices {
    files = List.copyOf(files);
  }

  /// Why a NIC is left alone; empty where nothing says so. A word that isn't known here may mean
  /// it.
  public Optional<String> of(LinkIdentity nic) {
    for (Entry entry : entries()) {
      if (means(entry.value(), nic)) {
        return Optional.of(
            entry.path()
                + ":"
                + entry.line()
                + " has NetworkManager leave it alone: "
                + entry.text());
      }
    }
    return Optional.empty();
  }

  /// Lists of devices that are not managed: of `[keyfile]`, and of each `[device…]` that says so.
  private List<Entry> entries() {
    List<Entry> found = new ArrayList<>();
    for (IniFile file : files) {
      for (Entry entry : file.entries()) {
        boolean listed =
            entry.section().equals("keyfile") && entry.key().startsWith("unmanaged-devices");
        boolean device =
            entry.section().startsWith("device")
                && entry.key().equals("match-device")
                && file.last(entry.section(), "managed")
                    .flatMap(managed -> IniFile.truth(managed.value()))
                    .filter(managed -> !managed)
                    .isPresent();
        if (listed || device) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static boolean means(String list, LinkIdentity nic) {
    List<String> specs =
        Arrays.stream(list.split("[;,]+"))
            .map(String::strip)
            .filter(spec -> !spec.isEmpty())
            .toList();
    return specs.stream().anyMatch(spec -> !spec.startsWith("except:") && fits(spec, nic, true))
        && specs.stream()
            .filter(spec -> spec.startsWith("except:"))
            .noneMatch(spec -> fits(spec.substring("except:".length()), nic, false));
  }

  private static boolean fits(String spec, LinkIdentity nic, boolean whereUnknown) {
    int colon = spec.indexOf(':');
    String value = spec.substring(colon + 1);
    return switch (colon < 0 ? spec : spec.substring(0, colon)) {
      case "*" -> true;
      case "interface-name" ->
          NameGlob.matches(value.startsWith("=") ? value.substring(1) : value, nic.name());
      case "mac" ->
          nic.mac().map(mac -> mac.equals(value.toLowerCase(Locale.ROOT))).orElse(whereUnknown);
      case "driver" ->
          nic.driver().map(driver -> NameGlob.matches(value, driver)).orElse(whereUnknown);
      case "type" -> value.equals("ethernet");
      case "s390-subchannels", "dhcp-plugin" -> false;
      default -> whereUnknown;
    };
  }
}
