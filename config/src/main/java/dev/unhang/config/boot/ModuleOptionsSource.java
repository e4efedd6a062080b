package dev.unhang.config.boot;

import dev.unhang.config.modprobe.ModuleOptions;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.ModuleOption;
import java.util.ArrayList;
import java.util.List;

/// Options that kernel modules are loaded with, and those the kernel was booted with.
///
/// Man: modprobe.d(5). Kernel: Documentation/admin-guide/kernel-parameters.rst (v6.1)
public final class ModuleOptionsSource {
  private static final HostPath COMMAND_LINE = new HostPath("/proc/cmdline");
  private static final List<HostPath> FOLDERS =
      List.of(
          new HostPath("/etc/modprobe.d"),
          new HostPath("/usr/local/lib/modprobe.d"),
          new HostPath("/usr/lib/modprobe.d"));

  private ModuleOptionsSource() {}

  /// The files' options, then the command line's, which wins over them; as absent as the command
  /// line where neither was read.
  public static Reading<List<ModuleOption>> read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, FOLDERS, ".conf");
    List<ModuleOption> options = new ArrayList<>();
    for (ConfigFolder.File file : folder.files()) {
      ModuleOptions.ofFile(file.text()).forEach(each -> options.add(option(each, file.path())));
    }
    Reading<Content> commandLine = host.read(COMMAND_LINE);
    commandLine
        .known()
        .ifPresent(content ->
            ModuleOptions.ofCommandLine(content.utf8())
                .forEach(each -> options.add(option(each, COMMAND_LINE))));
    if (commandLine.known().isEmpty() && options.isEmpty()) {
      return commandLine.map(none -> List.of());
    }
    List<Trouble> troubles = new ArrayList<>(folder.troubles());
    Origin origin = new Origin(COMMAND_LINE.value());
    commandLine.whyNot().ifPresent(why -> troubles.add(new Trouble(new Place.Whole(origin), why)));
    return troubles.isEmpty()
        ? new Reading.Read<>(options, origin)
        : new Reading.Partly<>(options, troubles, origin);
  }

  private static ModuleOption option(ModuleOptions.Option option, HostPath path) {
    return new ModuleOption(
        option.module(),
        option.name(),
        option.value(),
        new Place.Line(new Origin(path.value()), option.line()),
        option.text());
  }
}
