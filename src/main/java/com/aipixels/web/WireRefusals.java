package com.aipixels.web;

import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Says in the words of every other refusal what the server refuses before there is a request that
/// anybody here could be asked about: no HTTP, too large a header, an address that is none.
class WireRefusals extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(WireRefusals.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable broken) {
    int status = response.getStatus();
    if (status < HttpServletResponse.SC_BAD_REQUEST
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canBeAnswered(response)) {
      return;
    }
    if (broken != null && status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      log.error("Something broke past everybody who could say so", broken);
    }
    try {
      write(response, status);
    } catch (IOException | IllegalStateException e) {
      log.debug("Nobody is there to hear {}: {}", status, e.getMessage());
    }
  }

  private static void write(Response response, int status) throws IOException {
    ProblemCode code = ProblemCode.of(status);
    String body =
        """
        {"type":"urn:aipixels:problem:%s","title":"%s","status":%d,"detail":"%s.","instance":"/","code":"%s"}\
        """
            .formatted(code.value(), code.title(), status, code.title(), code.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    response.finishResponse();
  }

  private static boolean canBeAnswered(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }
}
