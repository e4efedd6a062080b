package dev.unhang.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eth0",
        "eno1",
        "enp0s31f6",
        "_p2cf05d501bfb",
        "ixgbe-x520-2",
        "eno1.100",
        "a",
        "...",
        "fifteen-bytes-x",
        "größe",
        "${IFACE}",
        "a\u00a0b",
        "\"';rm"
      })
  void theKernelWouldTakeTheInterfaceName(String name) {
    assertThat(InterfaceName.parse(name)).map(InterfaceName::value).contains(name);
    assertThat(new InterfaceName(name)).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', a name has a byte",
    "., the folder itself",
    ".., the folder above",
    "a/b, a path in sysfs",
    "eth0:1, an alias of 1998",
    "a b, white space",
    "'a\tb', white space",
    "'a\u000bb', vertical tab is isspace() too",
    "'a\0b', C ends a name there, and no path has it",
    "sixteen-bytes-xx, one byte too long",
    "grössengrössen, 14 characters but 16 bytes"
  })
  void theKernelWouldRefuseTheInterfaceName(String name, String why) {
    assertThat(InterfaceName.parse(name)).as(why).isEmpty();
    assertThatIllegalArgumentException().as(why).isThrownBy(() -> new InterfaceName(name));
  }

  @Test
  void interfaceNamesSortByTheirText() {
    assertThat(new InterfaceName("eno1")).isLessThan(new InterfaceName("eno2"));
  }

  @ParameterizedTest
  @CsvSource({
    "0000:00:19.0, 0000:00:19.0",
    "0000:80:1F.6, 0000:80:1f.6",
    "AF24:00:02.0, af24:00:02.0",
    "10000:e1:00.0, 10000:e1:00.0"
  })
  void aPciAddressIsLowerCaseHex(String text, String value) {
    assertThat(PciAddress.parse(text)).map(PciAddress::value).contains(value);
  }

  @ParameterizedTest
  @CsvSource({
    "00:19.0, lspci leaves the domain out",
    "0000:00:19.8, there are eight functions",
    "0000:00:20.0, there are 32 devices on a bus",
    "0000:00:19.0:, not the colon behind",
    "' 0000:00:19.0', no blanks",
    "0000-00-19.0, other separators",
    "'', nothing",
    "000g:00:19.0, not hex"
  })
  void otherTextIsNoPciAddress(String text, String why) {
    assertThat(PciAddress.parse(text)).as(why).isEmpty();
  }

  @Test
  void aPciAddressIsNotMadeFromUpperCase() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PciAddress("0000:00:1F.6"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eb6a2d01e1f24ff9ab937ca8278e38d1",
        "eb6a2d01-e1f2-4ff9-ab93-7ca8278e38d1",
        "eb6a2d01-e1f2-4ff9-ab93-7ca8278e38d1\n"
      })
  void aBootIdIsTheSameWithDashesAndWithout(String text) {
    assertThat(BootId.parse(text)).contains(new BootId("eb6a2d01e1f24ff9ab937ca8278e38d1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "eb6a2d01e1f24ff9ab937ca8278e38d",
        "eb6a2d01e1f24ff9ab937ca8278e38d12",
        "EB6A2D01E1F24FF9AB937CA8278E38D1",
        "xb6a2d01e1f24ff9ab937ca8278e38d1"
      })
  void otherTextIsNoBootId(String text) {
    assertThat(BootId.parse(text)).isEmpty();
  }

  @Test
  void ourOwnIdsAreKebabCase() {
    assertThat(new RuleId("hang-is-never-reset")).hasToString("hang-is-never-reset");
    for (String wrong : List.of("", "-a", "a-", "a--b", "A", "a b", "ä")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new RuleId(wrong));
      assertThatIllegalArgumentException().isThrownBy(() -> new StepId(wrong));
      assertThatIllegalArgumentException().isThrownBy(() -> new SourceId(wrong));
    }
  }
}
