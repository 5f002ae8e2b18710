package za.co.spikedata.tenancy;

import org.jspecify.annotations.Nullable;

/** {@code theme.yml} as written. */
record ThemeDocument(@Nullable String parent) {}
