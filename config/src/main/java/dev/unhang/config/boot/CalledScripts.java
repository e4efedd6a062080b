package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Scripts that run when a NIC is raised and switch offloads: from a line of interfaces(5), from a
/// hook of ifup, from a service that is enabled. One level is looked into. What a script does with
/// its arguments is a shell's matter, so it is named, and not told as a setting.
///
/// Man: interfaces(5), "up"; ifup(8), "/etc/network/if-up.d"; systemd.service(5), "ExecStart="
public final class CalledScripts {
  private static final Set<String> UP =
      Set.of("up", "post-up", "pre-up", "ifupdown-up", "ifupdown-post-up");

  private static final List<HostPath> HOOKS =
      List.of(
          new HostPath("/etc/network/if-pre-up.d"),
          new HostPath("/etc/network/if-up.d"),
          new HostPath("/etc/network/ifup.d"),
          new HostPath("/etc/networkd-dispatcher/routable.d"),
          new HostPath("/etc/NetworkManager/dispatcher.d"));

  /// Hooks that packages bring: they act on options of a stanza, which are read.
  private static final Set<String> OF_PACKAGES =
      Set.of("ethtool", "bridge", "vlan", "ifenslave", "resolved", "openvswitch", "mountnfs");

  /// A program by its whole path; what is below /bin and /sbin is no script of an administrator's.
  private static final Pattern PATH =
      Pattern.compile(
          "(?:^|[\\s;&|\"'=])(?<path>/(?:usr/local|opt|root|etc|home|srv|var/lib)/[\\w./@+-]{1,200})");

  private static final Pattern SWITCHES =
      Pattern.compile("\\bethtool\\s+(?:-K|--features|--offload)\\b");

  private static final int MAX_HOOKS = 200;

  private final HostView host;
  private final String nic;
  private final List<Trouble> troubles = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  private CalledScripts(HostView host, String nic) {
    this.host = host;
    this.nic = nic;
  }

  /// Each script that may switch offloads of an interface, where it is called, and why it is not
  /// among the settings.
  public static List<Trouble> of(HostView host, String nic) {
    CalledScripts scripts = new CalledScripts(host, nic);
    InterfacesSource.read(host).known().ifPresent(scripts::stanzas);
    scripts.hooks();
    scripts.units();
    return List.copyOf(scripts.troubles);
  }

  private void stanzas(Interfaces interfaces) {
    for (InterfacesFile file : interfaces.files()) {
      for (Stanza stanza : file.document().stanzas()) {
        for (Option option : stanza.options()) {
          boolean isOwn = stanza.defines(nic) || names(option.value());
          if (isOwn && UP.contains(option.name().replace('_', '-'))) {
            called(option.value(), line(file.path(), option.firstLine() + 1L), true);
          }
        }
      }
    }
  }

  private void hooks() {
    for (HostPath folder : HOOKS) {
      List<String> names = host.list(folder).known().orElse(List.of());
      for (String name : names.subList(0, Math.min(names.size(), MAX_HOOKS))) {
        if (!OF_PACKAGES.contains(name)) {
          script(folder.resolve(name), new Place.Whole(new Origin(folder.value())), false, true);
        }
      }
    }
  }

  private void units() {
    List<String> enabled = EnabledUnits.read(host).orElse(List.of());
    HostPath folder = new HostPath("/etc/systemd/system");
    for (ConfigFolder.File unit : ConfigFolder.read(host, List.of(folder), ".service").files()) {
      if (enabled.contains(unit.name())) {
        for (IniFile.Entry entry : IniFile.parse(unit.path(), unit.text()).section("Service")) {
          if (entry.key().startsWith("ExecStart")) {
            called(entry.value(), line(entry.path(), entry.line()), names(entry.value()));
          }
        }
      }
    }
  }

  private static Place line(HostPath path, long number) {
    return new Place.Line(new Origin(path.value()), number);
  }

  private boolean names(String text) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(nic) + "(?![\\w.-])")
        .matcher(text)
        .find();
  }

  /// Scripts of a command line.
  private void called(String command, Place from, boolean isOwn) {
    Matcher path = PATH.matcher(command);
    while (path.find()) {
      script(new HostPath(path.group("path")), from, isOwn, false);
    }
  }

  /// @param isOwn whether it is known to be called for the interface
  /// @param followed whether scripts that it calls are looked into
  private void script(HostPath path, Place from, boolean isOwn, boolean followed) {
    Reading<Content> read = host.read(path);
    Optional<String> text = read.known().map(Content::utf8);
    if (text.isEmpty()) {
      if (isOwn) {
        name(path, from, "was not read: " + read.whyNot().orElse("it is not there"));
      }
      return;
    }
    boolean mayBeOwn = isOwn || names(text.get()) || text.get().contains("$");
    if (mayBeOwn && SWITCHES.matcher(text.get()).find()) {
      name(path, from, "switches offloads by ethtool; which, and of which NIC, is not worked out");
    } else if (followed && mayBeOwn) {
      Place within = new Place.Whole(new Origin(path.value()));
      text.get().lines().limit(1000).forEach(line -> called(line, within, names(line)));
    }
  }

  private void name(HostPath path, Place from, String what) {
    if (named.add(path.value())) {
      troubles.add(new Trouble(from, "runs " + path + ", which " + what));
    }
  }
}
