#ifndef GUICHET_CCURL_SHIM_H
#define GUICHET_CCURL_SHIM_H

// Swift cannot call variadic C functions: each use that we make of one has a wrapper here.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stddef.h>
#include <sys/eventfd.h>

#pragma clang assume_nonnull begin

/// Every protocol and TLS; once in a process, before any other call.
static inline CURLcode guichet_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_ALL);
}

static inline CURLcode guichet_curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

/// libcurl copies the string.
static inline CURLcode guichet_curl_set_string(
    CURL *curl, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(curl, option, value);
}

/// Receives one line of the server; returns the count of bytes taken.
typedef size_t (*guichet_curl_line_callback)(
    char *bytes, size_t size, size_t count, void *_Nullable context);

static inline CURLcode guichet_curl_set_header_function(
    CURL *curl, guichet_curl_line_callback _Nullable callback, void *_Nullable context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
    if (code != CURLE_OK) return code;
    return curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, callback);
}

/// Receives the content in pieces; returns the count of bytes taken, and fewer to end the transfer.
static inline CURLcode guichet_curl_set_write_function(
    CURL *curl, guichet_curl_line_callback callback, void *_Nullable context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
    if (code != CURLE_OK) return code;
    return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, callback);
}

/// Called with each new socket before it connects; returns 0 to go on.
typedef int (*guichet_curl_socket_callback)(
    void *_Nullable context, curl_socket_t socket, curlsocktype purpose);

static inline CURLcode guichet_curl_set_socket_function(
    CURL *curl, guichet_curl_socket_callback callback) {
    return curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, callback);
}

/// Gives libcurl a buffer for its messages: CURL_ERROR_SIZE bytes that outlive the handle.
static inline CURLcode guichet_curl_set_error_buffer(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode guichet_curl_get_socket(CURL *curl, curl_socket_t *socket) {
    return curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, socket);
}

static inline CURLcode guichet_curl_get_long(CURL *curl, CURLINFO info, long *value) {
    return curl_easy_getinfo(curl, info, value);
}

/// The string is libcurl's, and gone with the next transfer.
static inline CURLcode guichet_curl_get_string(
    CURL *curl, CURLINFO info, const char *_Nullable *_Nonnull value) {
    return curl_easy_getinfo(curl, info, value);
}

/// An eventfd that never blocks and is closed on exec; -1 on failure.
static inline int guichet_eventfd(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

#pragma clang assume_nonnull end

#endif
