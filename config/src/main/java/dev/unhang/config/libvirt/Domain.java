package dev.unhang.config.libvirt;

import dev.unhang.model.evidence.Content;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader events = factory.createXMLStreamReader(new ByteArrayInputStream(xml.bytes()));
      while (events.hasNext()) {
        reader.accept(events.next(), events);
      }
    } catch (XMLStreamException damaged) {
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

    void accept(int event, XMLStreamReader xml) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin(xml);
      } else if (event == XMLStreamConstants.CHARACTERS) {
        if (isAt("name", "domain") && name.isEmpty() && !xml.isWhiteSpace()) {
          name = Optional.of(xml.getText().strip());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (isAt("interface", "devices") && ports.size() < MAX_PORTS) {
          ports.add(new Port(bridge, lower, device));
        }
        path.pop();
      }
    }

    private void begin(XMLStreamReader xml) {
      path.push(xml.getLocalName());
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

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
      return Optional.ofNullable(xml.getAttributeValue(null, name))
          .filter(value -> !value.isEmpty());
    }

    Domain domain() {
      return new Domain(name, ports);
    }
  }
}
