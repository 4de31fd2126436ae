package com.aipixels.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;

/// Hangs up on bodies that come in drops. The server by itself waits for the next byte only, also
/// of a body that nobody wants: that is read after the answer, so that the answer is not lost.
final class BodyPatience extends ValveBase {

  BodyPatience() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request wire = request.getCoyoteRequest();
    if (!hasBody(wire)) {
      getNext().invoke(request, response);
      return;
    }
    InputBuffer body = wire.getInputBuffer();
    HeadPatience protocol = (HeadPatience) request.getConnector().getProtocolHandler();
    TimedBody timed = new TimedBody(wire, body, protocol::patience);
    wire.setInputBuffer(timed);
    try {
      getNext().invoke(request, response);
      // Whoever waits to be told to go on has sent nothing that would have to be read.
      if (!request.isAsync() && !wire.hasExpectation() && !timed.isRead()) {
        response.finishResponse();
        timed.swallow();
      }
    } finally {
      wire.setInputBuffer(body);
    }
  }

  private static boolean hasBody(org.apache.coyote.Request wire) {
    return wire.getContentLengthLong() > 0
        || wire.getMimeHeaders().getValue(HttpHeaders.TRANSFER_ENCODING) != null;
  }
}
