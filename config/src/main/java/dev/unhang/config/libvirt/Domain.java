package dev.unhang.config.libvirt;

import dev.unhang.model.evidence.Content;
import io.github.xstream.mxparser.MXParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.xmlpull.v1.XmlPullParser;
import org.xmlpull.v1.XmlPullParserException;

/// A guest as libvirt describes it: configured, or, with the devices it was given, as it runs.
///
/// libvirt: "Domain XML format", "Network interfaces"
public record Domain(Optional<String> name, List<Port> ports) {
  private static final int MAX_PORTS = 1000;

  public Domain {
    ports = List.copyOf(ports);
  }

  /// The host's end of a guest's NIC.
  ///
  /// @param bridge that it is a port of
  /// @param lower the host's interface that it is a macvtap on
  /// @param device its name on the host, `vnet0`; known while the guest runs
  public record Port(Optional<String> bridge, Optional<String> lower, Optional<String> device) {}

  /// Reads a domain, alone or within the status file of a running one. Entities and DTDs are not
  /// followed; of what is damaged, what stands before the damage.
  public static Domain parse(Content xml) {
    Reader reader = new Reader();
    MXParser events = new MXParser();
    try {
      events.setFeature(XmlPullParser.FEATURE_PROCESS_NAMESPACES, true);
      events.setInput(new ByteArrayInputStream(xml.bytes()), null);
      for (int event = events.next(); event != XmlPullParser.END_DOCUMENT; event = events.next()) {
        reader.accept(event, events);
      }
    } catch (XmlPullParserException | IOException damaged) {
      return reader.domain();
    }
    return reader.domain();
  }

  /// Follows the path of elements.
  private static final class Reader {
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Port> ports = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private Optional<String> bridge = Optional.empty();
    private Optional<String> lower = Optional.empty();
    private Optional<String> device = Optional.empty();

    void accept(int event, XmlPullParser xml) throws XmlPullParserException {
      if (event == XmlPullParser.START_TAG) {
        begin(xml);
      } else if (event == XmlPullParser.TEXT) {
        if (isAt("name", "domain") && name.isEmpty() && !xml.isWhitespace()) {
          name = Optional.of(xml.getText().strip());
        }
      } else if (event == XmlPullParser.END_TAG) {
        if (isAt("interface", "devices") && ports.size() < MAX_PORTS) {
          ports.add(new Port(bridge, lower, device));
        }
        path.pop();
      }
    }

    private void begin(XmlPullParser xml) {
      path.push(xml.getName());
      if (isAt("interface", "devices")) {
        bridge = Optional.empty();
        lower = Optional.empty();
        device = Optional.empty();
      } else if (isAt("source", "interface")) {
        bridge = attribute(xml, "bridge");
        lower = attribute(xml, "dev");
      } else if (isAt("target", "interface")) {
        device = attribute(xml, "dev");
      }
    }

    private boolean isAt(String element, String parent) {
      return element.equals(path.peek())
          && path.stream().skip(1).findFirst().filter(parent::equals).isPresent();
    }

    private static Optional<String> attribute(XmlPullParser xml, String name) {
      return Optional.ofNullable(xml.getAttributeValue(null, name))
          .filter(value -> !value.isEmpty());
    }

    Domain domain() {
      return new Domain(name, ports);
    }
  }
}
