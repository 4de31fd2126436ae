package com.aipixels.web;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// No request is larger than 64 KiB, whatever its headers say; but a file that is to be verified
/// may have 32 MiB, the form around it a little more, and what brings an export is counted as it is
/// received.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {

  private static final int MOST = 64 * 1024;
  private static final int MOST_OF_A_FILE = 32 << 20;
  private static final int MOST_OF_A_FORM = 33 << 20;
  private static final Set<String> LARGE = Set.of("/api/v1/me/import", FileForm.PATH);

  private final HandlerExceptionResolver refusals;

  BodyLimit(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/webhooks/")
        || LARGE.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = most(request.getRequestURI());
    if (request.getContentLengthLong() > most || isFormOfUnknownLength(request, most)) {
      refusals.resolveException(request, response, null, tooLarge(most));
    } else {
      chain.doFilter(new Limited(request, most), response);
    }
  }

  private static int most(String path) {
    return switch (path) {
      case "/api/v1/verify" -> MOST_OF_A_FILE;
      case VerifyPage.PATH -> MOST_OF_A_FORM;
      default -> MOST;
    };
  }

  /// The server itself takes the parts of a form apart, past anybody who counts.
  private static boolean isFormOfUnknownLength(HttpServletRequest request, int most) {
    String type = request.getContentType();
    return most == MOST
        && request.getContentLengthLong() < 0
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        && type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static Problem tooLarge(int most) {
    String limit = most == MOST ? "64 KiB" : (most >> 20) + " MiB";
    return new Problem(ProblemCode.CONTENT_TOO_LARGE, "The body must be at most " + limit + ".");
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final int most;

    Limited(HttpServletRequest request, int most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final int most;
    private int left;

    CountedStream(ServletInputStream body, int most) {
      this.body = body;
      this.most = most;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge(most);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
