package dev.unhang.repair.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.edit.EditResult.Edited;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A hundred thousand edits of files made of all the corners of interfaces(5).
class StanzaEditPropertyTest {
  private static final int EDITS = 100_000;
  private static final HostPath PATH = new HostPath("/etc/network/interfaces");
  private static final String[] LINES = {
    "iface eno1 inet manual",
    "iface eno1 inet6 auto",
    "iface eno1 inet manual inherits base",
    "\tiface eno1 inet dhcp",
    "iface vmbr0 inet dhcp",
    "auto eno1 vmbr0",
    "allow-hotplug /en*",
    "mapping eth*",
    "source /etc/network/interfaces.d/*",
    "source-directory interfaces.d",
    "template base",
    "rename eth0=eno1",
    "\tpost-up ethtool -K $IFACE gro off # not a comment",
    "        bridge-ports eno1 \\",
    "    up a \\",
    "mtu 1500",
    "\t \t",
    "",
    "# iface eno1 inet manual",
    "# continued \\",
    "\tup echo \u00e9\u00ff",
    "\tpost-up a || true",
    "\\",
    "caf\u00e9"
  };
  private static final String[] ENDINGS = {"\n", "\n", "\n", "\r\n"};
  private static final String[] OPTIONS = {
    "post-up a || true", "post-up /usr/sbin/ethtool -K $IFACE tso off || true", "tso-offload off"
  };

  private static Content document(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int lines = 1 + random.nextInt(12);
    for (int i = 0; i < lines; i++) {
      text.append(LINES[random.nextInt(LINES.length)]);
      boolean isOpen = i + 1 == lines && random.nextInt(4) == 0;
      text.append(isOpen ? "" : ENDINGS[random.nextInt(ENDINGS.length)]);
    }
    return latin(text.toString());
  }

  private static Content latin(String text) {
    return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void anEditAddsOneLineAndUndoIsItsOpposite() {
    int edited = 0;
    for (long seed = 0; seed < EDITS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Content before = document(random);
      String option = OPTIONS[random.nextInt(OPTIONS.length)];
      EditResult<InterfacesDocument> result =
          new AddStanzaOption("eno1", option).apply(InterfacesDocument.parse(before));
      if (result instanceof Edited<InterfacesDocument> done) {
        edited++;
        Content after = done.document().content();
        if (!isOneLineMore(before.bytes(), after.bytes(), option)) {
          assertThat(after.utf8()).as("seed %d", seed).isEqualTo(before.utf8());
        }
        Taken taken = Meanings.takeOut(new FileEdit(PATH, before, after), after);
        if (!taken.content().equals(before)) {
          assertThat(taken.content().utf8()).as("seed %d", seed).isEqualTo(before.utf8());
        }
      }
    }
    assertThat(edited).isGreaterThan(EDITS / 4);
  }

  /// What is before and behind the new line is as it was; where the last line had no ending, one is
  /// put between the two.
  private static boolean isOneLineMore(byte[] before, byte[] after, String option) {
    int head = 0;
    while (head < before.length && before[head] == after[head]) {
      head++;
    }
    int tail = 0;
    while (tail < before.length - head
        && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      tail++;
    }
    String added =
        new String(
            Arrays.copyOfRange(after, head, after.length - tail), StandardCharsets.ISO_8859_1);
    int overhead = after.length - before.length - option.length();
    return head + tail == before.length
        && overhead >= 1
        && added.length() == after.length - before.length
        && new String(after, StandardCharsets.ISO_8859_1).contains(option);
  }

  /// A file that ifupdown2 puts through mako first.
  private static EditResult<InterfacesDocument> inTemplate(String text) {
    return new AddStanzaOption("eno1", OPTIONS[0])
        .apply(InterfacesDocument.parse(latin(text), Ifupdown.IFUPDOWN2));
  }

  @Test
  void aStanzaOfATemplateIsRefused() {
    String stanza = "iface eno1 inet manual\n\tmtu 1500\n";
    for (String text :
        new String[] {
          "% for i in range(4):\n" + stanza + "% endfor\n",
          "%for i in [1]:\n%if i:\n%endif\n" + stanza + "%endfor\n",
          "<%def name='x()'>\n" + stanza + "</%def>\n",
          "iface eno1 inet manual\n%if a:\n\tmtu 1500\n%endif\n",
          "iface eno1 ${p}\n\tmtu 1500\n"
        }) {
      assertThat(inTemplate(text)).as(text).isInstanceOf(EditResult.Refused.class);
    }
  }

  @Test
  void aStanzaBesideATemplateIsEdited() {
    String stanza = "iface eno1 inet manual\n\tpost-up echo ${IFACE}\n";
    String loop = "%for i in [1]:\nauto br${i}\niface br${i}\n\tbridge-ports none\n%endfor\n";
    for (String text : new String[] {stanza + loop, loop + stanza, "%% a\n" + stanza}) {
      assertThat(inTemplate(text))
          .as(text)
          .isInstanceOfSatisfying(
              EditResult.Edited.class,
              edited ->
                  assertThat(((InterfacesDocument) edited.document()).content().utf8())
                      .isEqualTo(text.replace(stanza, stanza + "\t" + OPTIONS[0] + "\n")));
    }
  }
}
