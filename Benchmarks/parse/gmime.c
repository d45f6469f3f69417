/* Reads the mails of a folder with GMime; see README.md for what is asked of it. */
#include <dirent.h>
#include <gmime/gmime.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct mail {
    char *octets;
    size_t size;
};

struct counts {
    size_t mails, octets, addresses, dates, text, files, file_octets;
    unsigned digests;
};

static struct counts counts;

static void hash(const unsigned char *octets, size_t size)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_Digest(octets, size, digest, &length, EVP_sha256(), NULL);
    counts.digests ^= digest[0];
}

static void read_part(GMimeObject *parent, GMimeObject *part, gpointer data)
{
    (void)parent;
    (void)data;
    if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage *message = g_mime_message_part_get_message((GMimeMessagePart *)part);
        if (message)
            g_mime_message_foreach(message, read_part, NULL);
        return;
    }
    if (!GMIME_IS_PART(part))
        return;
    if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment((GMimePart *)part)) {
        char *text = g_mime_text_part_get_text((GMimeTextPart *)part);
        counts.text += text ? strlen(text) : 0;
        g_free(text);
        return;
    }
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
    if (!content)
        return;
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *octets = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    hash(octets->data, octets->len);
    counts.files += g_mime_part_get_filename((GMimePart *)part) != NULL;
    counts.file_octets += octets->len;
    g_object_unref(stream);
}

static void read_mail(struct mail mail)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(mail.octets, mail.size);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    counts.mails++;
    counts.octets += mail.size;
    if (!message)
        return;
    const char *subject = g_mime_message_get_subject(message);
    counts.text += subject ? strlen(subject) : 0;
    counts.addresses += internet_address_list_length(g_mime_message_get_from(message));
    counts.addresses += internet_address_list_length(g_mime_message_get_to(message));
    counts.dates += g_mime_message_get_date(message) != NULL;
    g_mime_message_foreach(message, read_part, NULL);
    g_object_unref(message);
}

static int by_name(const void *first, const void *second)
{
    return strcmp(*(char *const *)first, *(char *const *)second);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 64;
    size_t limit = strtoul(arguments[2], NULL, 10), total = 0;
    char *names[100000];
    struct dirent *entry;
    DIR *folder = opendir(arguments[1]);
    while (folder && (entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            names[total++] = strdup(entry->d_name);
    qsort(names, total, sizeof *names, by_name);
    struct mail *mails = calloc(total, sizeof *mails);
    for (size_t place = 0; place < total; place++) {
        char *path = g_build_filename(arguments[1], names[place], NULL);
        g_file_get_contents(path, &mails[place].octets, &mails[place].size, NULL);
        g_free(path);
    }
    g_mime_init();
    char line[16];
    while (fgets(line, sizeof line, stdin)) {
        for (int large = 0; large < 2; large++) {
            memset(&counts, 0, sizeof counts);
            double start = now();
            for (size_t place = 0; place < total; place++)
                if ((mails[place].size > limit) == large)
                    read_mail(mails[place]);
            printf("%.6f %zu %zu %zu %zu %zu %zu %zu\n", now() - start, counts.mails, counts.octets,
                   counts.addresses, counts.dates, counts.text, counts.files, counts.file_octets);
        }
        fflush(stdout);
    }
    return 0;
}
