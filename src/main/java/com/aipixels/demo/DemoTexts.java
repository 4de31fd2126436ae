package com.aipixels.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/// What the members of the demo ask for and say.
record DemoTexts(List<DemoPicture> pictures, List<DemoComment> comments) {

  static DemoTexts read() {
    return new DemoTexts(
        lines("pictures.tsv", DemoPicture::of), lines("comments.tsv", DemoComment::of));
  }

  List<String> members() {
    return pictures.stream().map(DemoPicture::member).distinct().toList();
  }

  private static <T> List<T> lines(String file, Function<String[], T> read) {
    try {
      return new ClassPathResource("demo/" + file)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> read.apply(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
