package dev.unhang.config.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Man: modprobe.d(5), kernel-command-line(7)
class ModuleOptionsTest {
  private static List<String> words(List<ModuleOptions.Option> options) {
    return options.stream()
        .map(each -> each.module() + "/" + each.name() + "/" + each.value() + "/" + each.line())
        .toList();
  }

  @Test
  void optionsOfAFile() {
    assertThat(
            words(
                ModuleOptions.ofFile(
                    "# options e1000e A=1\n"
                        + "options e1000e EEE=0,0 debug\n"
                        + "blacklist x y\n"
                        + "options snd-hda\n")))
        .containsExactly("e1000e/EEE/0,0/2", "e1000e/debug//2");
  }

  @Test
  void optionsOfTheCommandLine() {
    assertThat(
            words(
                ModuleOptions.ofCommandLine(
                    "ro pcie_aspm=off e1000e.EEE=0 pcie-aspm.policy=x a=b.c\n")))
        .containsExactly(
            "/ro//1", "/pcie_aspm/off/1", "e1000e/EEE/0/1", "pcie_aspm/policy/x/1", "/a/b.c/1");
    assertThat(ModuleOptions.ofCommandLine("")).allMatch(each -> each.name().isEmpty());
  }
}
