package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// An answer as bytes, plain and compressed, with the headers it had when it was made.
///
/// @param locale of a page; none of what is for programs
/// @param etag over the plain bytes, weak
record ReadyPage(
    String contentType,
    @Nullable Locale locale,
    Map<String, List<String>> headers,
    String etag,
    byte[] plain,
    byte[] compressed) {

  /// Empty unless everybody may have it.
  static Optional<ReadyPage> of(ContentCachingResponseWrapper answer) throws IOException {
    String etag = answer.getHeader(HttpHeaders.ETAG);
    if (answer.getStatus() != HttpServletResponse.SC_OK
        || etag == null
        || answer.getHeader(HttpHeaders.SET_COOKIE) != null) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : answer.getHeaderNames()) {
      headers.put(name, new ArrayList<>(answer.getHeaders(name)));
    }
    headers.remove(HttpHeaders.CONTENT_LENGTH);
    String contentType = Objects.requireNonNull(answer.getContentType());
    byte[] plain = answer.getContentAsByteArray();
    return Optional.of(
        new ReadyPage(
            contentType,
            contentType.startsWith(MediaType.TEXT_HTML_VALUE) ? answer.getLocale() : null,
            headers,
            etag,
            plain,
            compressed(plain)));
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    sendBody(request, response);
  }

  /// Where the response has the headers already.
  void sendBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (new ServletWebRequest(request, response).checkNotModified(etag)) {
      return;
    }
    byte[] body = plain;
    if (readsGzip(request)) {
      body = compressed;
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    response.setContentType(contentType);
    if (locale != null) {
      response.setLocale(locale);
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean readsGzip(HttpServletRequest request) {
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
  }

  private static byte[] compressed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
