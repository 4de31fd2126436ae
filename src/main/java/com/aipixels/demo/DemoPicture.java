package com.aipixels.demo;

import com.aipixels.gallery.Visibility;
import com.aipixels.generation.GenerationRequest;
import com.aipixels.look.AspectRatio;
import com.aipixels.look.Category;
import com.aipixels.look.ColorTone;
import com.aipixels.look.ImageSize;
import com.aipixels.look.Style;
import com.aipixels.look.Term;
import java.util.List;

/// What one member asks for.
record DemoPicture(
    String member,
    Category category,
    Style style,
    ColorTone tone,
    AspectRatio ratio,
    Visibility visibility,
    List<String> tags,
    String title,
    String prompt) {

  static DemoPicture of(String[] fields) {
    return new DemoPicture(
        fields[0],
        Term.of(Category.class, fields[1]).orElseThrow(),
        Term.of(Style.class, fields[2]).orElseThrow(),
        Term.of(ColorTone.class, fields[3]).orElseThrow(),
        Term.of(AspectRatio.class, fields[4]).orElseThrow(),
        Term.of(Visibility.class, fields[5]).orElseThrow(),
        List.of(fields[6].split(",")),
        fields[7],
        fields[8]);
  }

  GenerationRequest request(long seed) {
    return new GenerationRequest(
        prompt,
        null,
        null,
        category,
        ImageSize.MEDIUM,
        ratio,
        style,
        tone,
        visibility,
        title,
        null,
        tags,
        seed,
        null,
        true,
        true);
  }
}
