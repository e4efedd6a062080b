package dev.unhang.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.Malformed;
import dev.unhang.model.evidence.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoriesTest {
  private static Inventory file(String text) {
    return Inventories.file(new Origin("hosts"), text);
  }

  private static List<String> names(Inventory inventory) {
    return inventory.hosts().stream().map(FleetHost::name).toList();
  }

  private static SshAddress address(Inventory inventory, String name) {
    return inventory.hosts().stream()
        .filter(host -> host.name().equals(name))
        .findFirst()
        .orElseThrow()
        .address();
  }

  @Test
  void typedHostsAreTakenApart() {
    Inventory typed =
        Inventories.typed("pve-01,root@pve-02:2222,[2001:db8::7]:22,web[01:03],ssh://nas,fe80::1");
    assertThat(names(typed))
        .containsExactly(
            "pve-01",
            "root@pve-02:2222",
            "[2001:db8::7]:22",
            "web01",
            "web02",
            "web03",
            "nas",
            "fe80::1");
    assertThat(address(typed, "root@pve-02:2222"))
        .isEqualTo(new SshAddress(Optional.of("root"), "pve-02", Optional.of(2222)));
    assertThat(address(typed, "[2001:db8::7]:22").host()).isEqualTo("2001:db8::7");
  }

  /// What ssh would take for an option, a shell for a command, or a terminal for an order.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-oProxyCommand=reboot",
        "a@-oProxyCommand=reboot",
        "-l@host",
        "$(reboot)",
        "a;reboot",
        "a`id`",
        "a|b",
        "a b",
        "a\u001b[2J",
        "a'b",
        "host:0",
        "host:65536",
        "host:22x",
        "@host",
        "[::1",
        "h\u00f6st"
      })
  void whatIsNoHostIsRefused(String word) {
    assertThatThrownBy(() -> Inventories.typed("a\nb")).isInstanceOf(CannotRead.class);
    assertThatThrownBy(() -> Inventories.typed(word))
        .isInstanceOfAny(CannotRead.class, Malformed.class);
    assertThatThrownBy(() -> file(word + "\n")).isInstanceOf(Malformed.class);
  }

  @Test
  void aListHasAHostALine() {
    Inventory list =
        file("# ours\npve-01\n  root@pve-02:2222   # the other\n\n; old\npve-01\n10.0.0.7\n");
    assertThat(names(list)).containsExactly("pve-01", "root@pve-02:2222", "10.0.0.7");
  }

  private static final String INI =
      """
      lonely ansible_host=192.0.2.9

      [web]
      web[01:03].example.org
      db-[a:c] ansible_port=2200 ansible_user='dba'
      gate:2222

      [old]
      web01.example.org ansible_ssh_host=10.1.1.1

      [racks:children]
      web
      old

      [web:vars]
      ansible_user = deploy # the usual
      http_port=80

      [racks:vars]
      ansible_user=rack
      ansible_port=2022

      [all:vars]
      ansible_user=nobody
      ansible_ssh_common_args='-o ProxyJump=gate'
      """;

  @Test
  void anIniInventoryHasGroupsRangesAndVariables() {
    Inventory inventory = file(INI);
    assertThat(names(inventory))
        .containsExactly(
            "lonely",
            "web01.example.org",
            "web02.example.org",
            "web03.example.org",
            "db-a",
            "db-b",
            "db-c",
            "gate:2222");
    assertThat(address(inventory, "lonely"))
        .isEqualTo(new SshAddress(Optional.of("nobody"), "192.0.2.9", Optional.empty()));
    assertThat(address(inventory, "web01.example.org"))
        .as("the deepest group counts, and a host's own variable before it")
        .isEqualTo(new SshAddress(Optional.of("deploy"), "10.1.1.1", Optional.of(2022)));
    assertThat(address(inventory, "db-b"))
        .isEqualTo(new SshAddress(Optional.of("dba"), "db-b", Optional.of(2200)));
    assertThat(address(inventory, "gate:2222").port()).contains(2222);
    assertThat(inventory.notUsed()).hasSize(1);
    assertThat(inventory.notUsed().getFirst().toString())
        .startsWith("hosts:25: ansible_ssh_common_args is not used");
  }

  @Test
  void aHostThatIsNotReachedBySshIsLeftOutAndNamed() {
    Inventory inventory = file("here ansible_connection=local\nthere ansible_connection=ssh\n");
    assertThat(names(inventory)).containsExactly("there");
    assertThat(inventory.leftOut().getFirst())
        .hasToString("hosts:1: here is reached by local, not ssh");
  }

  private static final String YAML =
      """
      # ours
      all:
        vars:
          ansible_user: admin
        hosts:
          mail.example.org:
        children:
          web:
            hosts:
              web[1:2]:
                ansible_port: 2200
              foo: &foo
                ansible_host: 192.0.2.3
                ansible_become: true
              bar:
                <<: *foo
                ansible_host: 192.0.2.4
            vars: {ansible_user: deploy}
          empty:
      """;

  @Test
  void aYamlInventoryHasTheSame() {
    Inventory inventory = file(YAML);
    assertThat(names(inventory)).containsExactly("mail.example.org", "web1", "web2", "foo", "bar");
    assertThat(address(inventory, "mail.example.org").user()).contains("admin");
    assertThat(address(inventory, "web2"))
        .isEqualTo(new SshAddress(Optional.of("deploy"), "web2", Optional.of(2200)));
    assertThat(address(inventory, "foo").host()).isEqualTo("192.0.2.3");
    assertThat(address(inventory, "bar").host()).isEqualTo("192.0.2.4");
    assertThat(inventory.notUsed()).hasSize(1);
  }

  @Test
  void membersOfAClusterAreReachedAsRootAndKnownByName() {
    Inventory members =
        file(
            """
            {
            "nodename": "pve1",
            "version": 4,
            "cluster": { "name": "lab", "version": 2, "nodes": 2, "quorate": 1 },
            "nodelist": {
              "pve1": { "id": 1, "online": 1, "ip": "192.0.2.1"},
              "pve2": { "id": 2, "online": 0, "ip": "2001:db8::2"}
              }
            }
            """);
    assertThat(members.hosts())
        .containsExactly(
            new FleetHost(
                "pve1",
                new SshAddress(Optional.of("root"), "192.0.2.1", Optional.empty()),
                Optional.of("pve1")),
            new FleetHost(
                "pve2",
                new SshAddress(Optional.of("root"), "2001:db8::2", Optional.empty()),
                Optional.of("pve2")));
    Inventory corosync =
        file(
            """
            nodelist {
              node {
                name: pve1
                ring0_addr: 192.0.2.1
              }
              node {
                name: pve2
              }
            }
            """);
    assertThat(names(corosync)).containsExactly("pve1", "pve2");
    assertThat(address(corosync, "pve2").host()).isEqualTo("pve2");
  }

  /// @param line of the error, from 1
  /// @param column of the error, from 1
  record Broken(String text, int line, int column, String why) {}

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken("ok\n  web[03:01]\n", 2, 6, "ends before it begins"),
        new Broken("web[a:3]\n", 1, 4, "is no range"),
        new Broken("web[\n", 1, 1, "a bracket and no range"),
        new Broken("web[1:9999999][1:9]\n", 1, 4, "more than 1000000 hosts"),
        new Broken("web[1:1001][1:1000]\n", 1, 12, "more than 1000000 hosts"),
        new Broken("[web\na\n", 1, 1, "no section"),
        new Broken("a\n [web:kids]\n", 2, 7, "hosts, children or vars"),
        new Broken("a ansible_host='b\n", 1, 16, "the quote has no end"),
        new Broken("[a:children]\nb\n", 2, 1, "there is no group b"),
        new Broken("[a:vars]\nx=1\n", 1, 1, "there is no group a"),
        new Broken("[a:children]\nb\n[b:children]\na\n", 2, 1, "is in itself"),
        new Broken("[a:vars]\nx\n[a]\nh\n", 2, 1, "no variable"),
        new Broken("a b\n", 1, 3, "behind a host is no variable"),
        new Broken("a ansible_port=ssh\n", 1, 3, "is no port"),
        new Broken("a ansible_user=-x\n", 1, 3, "no name of a user"),
        new Broken("a ansible_host=-oProxyCommand=x\n", 1, 3, "no address of a host"),
        new Broken("a ansible_host={{x}}\n", 1, 3, "is a template"),
        new Broken("ok\na\u0007b\n", 2, 2, "no text"),
        new Broken("all:\n  hosts:\n    a\n    b:\n", 4, 6, ""),
        new Broken("all:\n  hosts:\n    - a\n", 3, 5, "hosts is no mapping"),
        new Broken("all:\n  host:\n    a:\n", 2, 3, "has a part host"),
        new Broken("all:\n  hosts:\n    a:\n      ansible_port: [1]\n", 4, 7, "is no text"),
        new Broken("all:\n  hosts:\n    \"a;b\":\n", 3, 5, "no address of a host"),
        new Broken("---\n" + "[".repeat(100_000), 1, 1, "nested too deep"),
        new Broken("{\"_meta\": {\"hostvars\": {}}}", 1, 2, "prints as JSON"),
        new Broken("{\"nodename\": \"pve1\", \"version\": 0}", 1, 1, "in no cluster"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatMakesNoSenseIsNamedByLineAndColumn(Broken broken) {
    assertThatThrownBy(() -> file(broken.text()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("hosts, line " + broken.line() + ": column " + broken.column() + ": ")
        .hasMessageContaining(broken.why());
  }

  /// A document of a few lines that stands for a billion nodes.
  @Test
  void aliasesThatMultiplyAreRefused() {
    StringBuilder text = new StringBuilder("l0: &l0 {hosts: {a: {}}}\n");
    for (int i = 1; i < 40; i++) {
      text.append(
          "l%d: &l%d {children: {x%d: *l%d, y%d: *l%d}}\n".formatted(i, i, i, i - 1, i, i - 1));
    }
    assertThatThrownBy(() -> file("---\n" + text)).isInstanceOf(Malformed.class);
  }

  @Test
  void aHundredThousandHostsAreReadInASecondOrTwo() {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 1000; group++) {
      text.append("[g").append(group).append("]\nh").append(group).append("-[0:99]\n");
      text.append("[g").append(group).append(":vars]\nansible_user=u").append(group).append('\n');
    }
    for (int group = 1; group < 1000; group++) {
      text.append("[g").append(group - 1).append(":children]\ng").append(group).append('\n');
    }
    long begun = System.nanoTime();
    Inventory inventory = file(text.toString());
    assertThat(inventory.hosts()).hasSize(100_000);
    assertThat(address(inventory, "h999-5").user()).contains("u999");
    assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
  }

  @Test
  void hostsOfTwoInventoriesAreOneEach() {
    assertThat(names(Inventories.joined(List.of(file("a\nb\n"), Inventories.typed("b,c")))))
        .containsExactly("a", "b", "c");
  }
}
