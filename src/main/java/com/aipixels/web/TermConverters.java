package com.aipixels.web;

import com.aipixels.look.Term;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads terms in query strings and forms by their one spelling.
@Component
class TermConverters implements WebMvcConfigurer, ConverterFactory<String, Term> {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(this);
  }

  @Override
  public <T extends Term> Converter<String, T> getConverter(Class<T> vocabulary) {
    return text -> find(vocabulary, text);
  }

  private static <T extends Term> T find(Class<T> vocabulary, String text) {
    for (T term : vocabulary.getEnumConstants()) {
      if (term.value().equals(text)) {
        return term;
      }
    }
    throw new IllegalArgumentException("Not a term of " + vocabulary.getSimpleName());
  }
}
