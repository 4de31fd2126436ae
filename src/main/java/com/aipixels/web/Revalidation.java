package com.aipixels.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Every object and page carries an ETag over its bytes and is asked for again each time: what one
/// viewer sees another may not, so nothing is kept by caches in between. Files and streams have
/// rules of their own.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class Revalidation extends ShallowEtagHeaderFilter {

  private static final HexFormat HEX = HexFormat.of();

  /// A weak tag stands for the page, compressed or not.
  Revalidation() {
    setWriteWeakETag(true);
  }

  /// Tells two versions of one page apart, and need not withstand anybody: two checksums of 32 bits
  /// take a fifteenth of the time of a cryptographic hash.
  @Override
  protected String generateETagHeaderValue(InputStream body, boolean isWeak) throws IOException {
    byte[] bytes = body.readAllBytes();
    String tag =
        '"'
            + HEX.toHexDigits(sum(new CRC32C(), bytes), 8)
            + HEX.toHexDigits(sum(new CRC32(), bytes), 8)
            + '"';
    return isWeak ? "W/" + tag : tag;
  }

  private static long sum(Checksum checksum, byte[] bytes) {
    checksum.update(bytes);
    return checksum.getValue();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/files/")
        || path.startsWith("/assets/")
        || path.startsWith("/webjars/")
        || path.endsWith("/events")
        || path.endsWith("/download")
        || path.endsWith("/file")
        || path.startsWith("/api/v1/me/export/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    super.doFilterInternal(request, response, chain);
  }
}
