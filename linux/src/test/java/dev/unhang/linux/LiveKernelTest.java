package dev.unhang.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.Addresses;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.host.KernelQuestion.LinkModesOf;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.StatisticsOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The real kernel: reading needs no privilege; switching is done in a network namespace made here,
/// never on this machine's own interfaces.
class LiveKernelTest {
  private static final String NAMESPACE = "unhang-test-" + ProcessHandle.current().pid();

  private static Reading<CommandOutput> run(String... argv) {
    return RunCommand.collect(new Command(List.of(argv), Duration.ofSeconds(60)));
  }

  private static boolean works(String... argv) {
    return run(argv).known().filter(output -> output.exit() == 0).isPresent();
  }

  @Test
  void theLoopbackHasFeaturesWithTheKernelsNames() {
    Offloads offloads =
        new LiveHostView()
            .kernel()
            .ask(new OffloadsOf(new InterfaceName("lo")))
            .known()
            .orElseThrow();
    assertThat(offloads.named("tx-tcp-segmentation")).isPresent();
    assertThat(offloads.all()).hasSizeGreaterThan(40);
  }

  @Test
  void featuresAgreeWithEthtool() {
    Reading<CommandOutput> ethtool = run("ethtool", "-k", "lo");
    assumeTrue(ethtool.known().isPresent(), "ethtool is not installed");
    Offloads offloads =
        new LiveHostView()
            .kernel()
            .ask(new OffloadsOf(new InterfaceName("lo")))
            .known()
            .orElseThrow();
    List<String> lines =
        ethtool.known().orElseThrow().out().utf8().lines().map(String::strip).toList();
    assertThat(offloads.all())
        .filteredOn(each -> OffloadGroup.TSO.matches(each.name()))
        .allSatisfy(each ->
            assertThat(lines)
                .contains(each.name() + ": " + (each.active() ? "on" : "off") + each.mark()));
  }

  @Test
  void anInterfaceThatIsNotThereIsSaidToBeSo() {
    assertThat(new LiveHostView().kernel().ask(new OffloadsOf(new InterfaceName("nope0"))).whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("ENODEV"));
  }

  @Test
  void offloadsAreSwitchedAndReadBackInANamespaceOfOurOwn() throws Exception {
    inNamespace(
        InNamespace.class,
        "true false true\nrefused\neno9 10000 full not offered peer_ifindex\n192.0.2.9/24");
  }

  @Test
  void aLinkIsSetDownAndUpShortenedAndMadeAPort() throws Exception {
    inNamespace(
        LinkOrders.class,
        """
        up mtu 1500 alone
        down mtu 1500 alone
        up mtu 1400 alone
        up mtu 1400 in br9
        up mtu 1400 alone
        cannot make a port on br8: it is not there
        """);
  }

  private static void inNamespace(Class<?> program, String says) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to make a namespace");
    assumeTrue(works("ip", "netns", "add", NAMESPACE), "no network namespaces here (iproute2?)");
    try {
      assumeTrue(
          works(
              "ip", "-n", NAMESPACE, "link", "add", "eno9", "type", "veth", "peer", "name",
              "eno9p"),
          "this kernel has no veth");
      assumeTrue(
          works("ip", "-n", NAMESPACE, "link", "add", "br9", "type", "bridge"),
          "this kernel has no bridge");
      run("ip", "-n", NAMESPACE, "address", "add", "192.0.2.9/24", "dev", "eno9");
      run("ip", "-n", NAMESPACE, "link", "set", "eno9", "up");
      CommandOutput output =
          run(
                  "ip",
                  "netns",
                  "exec",
                  NAMESPACE,
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  program.getName())
              .known()
              .orElseThrow();
      assertThat(output.err().utf8()).isEmpty();
      assertThat(output.out().utf8()).isEqualTo(says);
    } finally {
      run("ip", "netns", "del", NAMESPACE);
    }
    assertThat(Files.exists(Path.of("/run/netns", NAMESPACE))).isFalse();
  }

  /// Runs inside the namespace: what a recovery orders of a link.
  static final class LinkOrders {
    private static final InterfaceName NIC = new InterfaceName("eno9");

    private LinkOrders() {}

    public static void main(String[] none) {
      LiveHostControl control = new LiveHostControl();
      say();
      control.order(new KernelOrder.SetUp(NIC, false));
      say();
      control.order(new KernelOrder.SetUp(NIC, true));
      control.order(new KernelOrder.SetMtu(NIC, 1400));
      say();
      control.order(new KernelOrder.SetMaster(NIC, Optional.of(new InterfaceName("br9"))));
      say();
      control.order(new KernelOrder.SetMaster(NIC, Optional.empty()));
      say();
      try {
        control.order(new KernelOrder.SetMaster(NIC, Optional.of(new InterfaceName("br8"))));
      } catch (UnhangException refused) {
        System.out.println(refused.getMessage());
      }
    }

    private static void say() {
      List<Link> links = new LiveHostView().kernel().ask(new Links()).known().orElseThrow();
      Link link = links.stream().filter(each -> each.name().equals(NIC)).findFirst().orElseThrow();
      String master =
          link.stacking()
              .master()
              .map(index ->
                  "in "
                      + links.stream()
                          .filter(each -> each.index() == index)
                          .map(each -> each.name().value())
                          .findFirst()
                          .orElseThrow())
              .orElse("alone");
      System.out.println(
          (link.state().flags().contains(LinkFlag.UP) ? "up" : "down")
              + " mtu "
              + link.state().mtu().orElseThrow()
              + " "
              + master);
    }
  }

  /// Runs inside the namespace: on, off and on again, then a feature that is fixed.
  static final class InNamespace {
    private static final InterfaceName NIC = new InterfaceName("eno9");
    private static final List<String> TSO =
        List.of("tx-tcp-segmentation", "tx-tcp6-segmentation", "tx-tcp-ecn-segmentation");

    private InNamespace() {}

    public static void main(String[] none) {
      LiveHostControl control = new LiveHostControl();
      StringBuilder said = new StringBuilder();
      said.append(isOn()).append(' ');
      control.order(new KernelOrder.SetFeatures(NIC, TSO, false));
      said.append(isOn()).append(' ');
      control.order(new KernelOrder.SetFeatures(NIC, TSO, true));
      said.append(isOn()).append('\n');
      try {
        control.order(new KernelOrder.SetFeatures(NIC, List.of("rx-lro"), true));
        said.append("granted\n");
      } catch (UnhangException refused) {
        said.append("refused\n");
      }
      said.append(settings());
      System.out.print(said);
    }

    /// What a veth has, what it has not, and its address.
    private static String settings() {
      KernelView kernel = new LiveHostView().kernel();
      Link link =
          kernel.ask(new Links()).known().orElseThrow().stream()
              .filter(each -> each.name().equals(NIC))
              .findFirst()
              .orElseThrow();
      LinkModes modes = kernel.ask(new LinkModesOf(NIC)).known().orElseThrow();
      String eee = kernel.ask(new EeeOf(NIC)).whyNot().orElse("read");
      return link.name()
          + " "
          + modes.speedMegabits().orElseThrow()
          + " "
          + modes.duplex().orElseThrow()
          + " "
          + eee.substring(0, eee.indexOf(':'))
          + " "
          + kernel.ask(new StatisticsOf(NIC)).known().orElseThrow().getFirst().name()
          + "\n"
          + kernel.ask(new Addresses()).known().orElseThrow().stream()
              .filter(each -> each.index() == link.index())
              .filter(each -> each.scope().equals("global"))
              .findFirst()
              .orElseThrow();
    }

    private static boolean isOn() {
      return new LiveHostView()
          .kernel()
          .ask(new OffloadsOf(NIC))
          .known()
          .orElseThrow()
          .named("tx-tcp-segmentation")
          .orElseThrow()
          .active();
    }
  }

  @Test
  void switchingAnInterfaceThatIsNotThereIsRefusedWithTheKernelsWords() {
    KernelOrder order =
        new KernelOrder.SetFeatures(new InterfaceName("nope0"), List.of("rx-gro"), false);
    assertThatThrownBy(() -> new LiveHostControl().order(order))
        .isInstanceOf(UnhangException.class)
        .hasMessageContaining("nope0");
  }
}
