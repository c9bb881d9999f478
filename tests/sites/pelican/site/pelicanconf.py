#!/usr/bin/env python
# -*- coding: utf-8 -*- #
import os

AUTHOR = 'Ana Example'
SITENAME = u'River Log'  # 'of the bank'
SITESUBTITLE = ('Notes from a '
                "river's bank")
SITEURL = ''

PATH = "content"
TIMEZONE = 'Europe/London'
TIMEZONE = 'Asia/Seoul'
DEFAULT_LANG = 'en'

ARTICLE_URL = 'log/{date:%Y}/{date:%b}/{date:%d}/{category}/{slug}/'
ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'
ARTICLE_LANG_URL = '{lang}/{slug}.html'
ARTICLE_LANG_SAVE_AS = '{lang}/{slug}.html'

PAGE_PATHS = ['pages']
ARTICLE_EXCLUDES = ['attic']
STATIC_PATHS = [os.path.join('images', 'all')]
EXTRA_PATH_METADATA = {
    'by-hand.md': {'url': 'hand/made.html', 'save_as': 'hand/made.html'},
}
FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2})(?:_(?P<slug>[a-z-]+))?'
PATH_METADATA = r'translations/(?P<lang>[a-z]{2})/.*'
DEFAULT_CATEGORY = 'all sorts'

LINKS = (('Pelican', 'https://getpelican.com/'),
         ('Python.org', 'https://www.python.org/'),)
DEFAULT_PAGINATION = 10

if os.environ.get('LOCAL'):
    SITEURL = 'http://localhost:8000'
